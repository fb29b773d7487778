import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Transactions } from '../platform/index.js';
import { ScenariosService } from './scenarios.service.js';
import type { Ceiling } from './terms.rules.js';

const CENTS_OF_THOUSAND = 100_000;

/** Made-up scenarios: title, note, and ceilings of a year in thousand euro. */
const SCENARIOS = [
  {
    title: 'Nachtrag wie angemeldet',
    note: 'Was im Nachtrag Platz hat, wenn alles kommt, was die Dezernate angemeldet haben.',
    operating: 600,
    capital: 1500,
  },
  {
    title: 'Nachtrag nach Konsolidierung',
    note: 'Dieselben Projekte mit der Hälfte des Geldes.',
    operating: 250,
    capital: 700,
  },
] as const;

/** Loads scenarios beside the made-up projects, by the same commands by which people keep them. */
@Injectable()
export class SampleScenarios {
  constructor(
    private readonly scenarios: ScenariosService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Adds two scenarios of this year's budget and computes them; none without such a budget. */
  async load(actor: Actor): Promise<void> {
    const year = Number(this.clock.today().slice(0, 4));
    const { value: budget } = await this.transactions.run({ command: 'scenario.look' }, async (tx) => {
      const [found] = await tx.query<{ id: string; years: number[] }>(BUDGET_OF_YEAR, [year]);
      return found;
    });
    if (budget === undefined) return;
    for (const { title, note, operating, capital } of SCENARIOS) {
      const { id, version } = await this.scenarios.create(actor, { title, note, budgetId: budget.id });
      const ceilings = budget.years.flatMap((of): Ceiling[] => [
        { year: of, kind: 'operating', ceilingCents: operating * CENTS_OF_THOUSAND },
        { year: of, kind: 'capital', ceilingCents: capital * CENTS_OF_THOUSAND },
      ]);
      const edited = await this.scenarios.edit(
        { id, version, actor },
        { ceilings, phases: ['idea', 'proposal', 'approved', 'in-progress', 'rollout'] },
      );
      await this.scenarios.compute({ id, version: edited.version, actor });
    }
  }
}

const BUDGET_OF_YEAR = `
  select id, array(select generate_series(year_from, year_to)) as years
    from budget where $1 between year_from and year_to order by year_from limit 1`;
