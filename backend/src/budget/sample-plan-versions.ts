import { Injectable } from '@nestjs/common';
import { newId, Transactions, type Tx } from '../platform/index.js';
import type { PlanVersionKind } from './budget.enums.js';
import { PlanVersion } from './plan-version.entity.js';

interface SampleVersion {
  kind: PlanVersionKind;
  title: string;
  /** Years after the first one of the budget, month and day. */
  after: 0 | 1;
  on: string;
}

/** When the plan of each budget was said to be what, as far as that day has come. */
const VERSIONS: readonly SampleVersion[] = [
  { kind: 'adopted', title: 'Beschlossener Haushalt', after: 0, on: '02-20' },
  { kind: 'supplementary', title: 'Erster Nachtrag', after: 0, on: '10-01' },
  { kind: 'supplementary', title: 'Zweiter Nachtrag', after: 1, on: '10-01' },
];

/** Names moments of the made-up plans, from the history that the sample has. */
@Injectable()
export class SamplePlanVersions {
  constructor(private readonly transactions: Transactions) {}

  /** Adds the versions of all budgets whose day lies between the first budget line and now. */
  async load(): Promise<void> {
    await this.transactions.run({ command: 'plan-version.state', source: 'sample' }, async (tx) => {
      const budgets = await tx.query<{ id: string; yearFrom: number }>(
        `select id, year_from as "yearFrom" from budget where stage = 'adopted' order by year_from`,
      );
      for (const { id, yearFrom } of budgets)
        for (const version of VERSIONS) await state(tx, { budgetId: id, yearFrom, version });
    });
  }
}

async function state(
  tx: Tx,
  { budgetId, yearFrom, version }: { budgetId: string; yearFrom: number; version: SampleVersion },
): Promise<void> {
  const { kind, title, after, on } = version;
  const [moment] = await tx.query<{ rev: number; statedAt: string }>(REVISION_OF_DAY, [
    `${yearFrom + after}-${on}`,
    budgetId,
  ]);
  if (moment === undefined) return;
  await tx.insert(PlanVersion, { id: newId(), budgetId, kind, title, ...moment });
}

/** The last revision before noon of a day; none while the budget had no line, and none of a day that is to come. */
const REVISION_OF_DAY = `
  select c.rev, to_char(day.noon at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "statedAt"
    from (select ($1::date + time '12:00') at time zone 'Europe/Berlin' as noon) day,
         lateral (select rev from change where at <= day.noon order by at desc limit 1) c
   where day.noon < now()
     and exists (select from history.budget_line l where l.budget_id = $2 and l.from_rev <= c.rev)`;
