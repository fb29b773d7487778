import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type CommandAnswer,
  type Fault,
  newId,
  NotFound,
  RuleViolated,
  Transactions,
  type Tx,
} from '../platform/index.js';
import { prepare, type Prepared } from './candidates.rules.js';
import type { CreateScenarioDto, EditScenarioDto } from './dto/scenario-input.dto.js';
import { obligationFaults, reasonsOf } from './reasons.rules.js';
import { ScenarioCommands, type ScenarioTarget } from './scenario-commands.js';
import { type KeptScenario, ScenarioFacts } from './scenario-facts.js';
import type { DecidedCandidate, ScenarioResult } from './scenario-result.js';
import { MOST_CANDIDATES, type ResultState, USUAL_ASSUMED_SCORE } from './scenario.enums.js';
import { Scenario } from './scenario.entity.js';
import { worthOf } from './selection/problem.rules.js';
import { Selections } from './selection/selections.js';
import { ceilingsOf, faultsOfTerms, type Terms } from './terms.rules.js';

/** What a copy takes over. */
type CopiedTerms = Omit<Terms, 'yearFrom' | 'yearTo'>;

/** Keeps scenarios and computes them. They propose; no project is ever changed from here. */
@Injectable()
export class ScenariosService {
  constructor(
    private readonly transactions: Transactions,
    private readonly commands: ScenarioCommands,
    private readonly facts: ScenarioFacts,
    private readonly selections: Selections,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a scenario, or a copy of one under another title.
   *
   * @throws RuleViolated (422)
   */
  async create(actor: Actor, { title, note, budgetId, copyOf }: CreateScenarioDto): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run(
      { command: 'scenario.create', actor },
      async (tx) => {
        const budget = await budgetOf(tx, budgetId);
        const terms = copyOf === undefined ? FIRST_TERMS : await termsOf(tx, copyOf);
        const faults: Fault[] = [
          ...(budget === null ? [{ pointer: '/budgetId', code: 'unknown' }] : []),
          ...(terms === null ? [{ pointer: '/copyOf', code: 'unknown' }] : []),
        ];
        if (budget === null || terms === null) throw new RuleViolated(faults);
        const id = newId();
        // Ceilings of other years than the budget's say nothing about it.
        const ceilings = terms.ceilings.filter(
          ({ year }) =>
            faultsOfTerms({ ...terms, ...budget, ceilings: [{ year, kind: 'capital', ceilingCents: 0 }] })
              .length === 0,
        );
        await tx.insert(Scenario, {
          id,
          title,
          note: note ?? '',
          budgetId,
          ownerId: actor.personId,
          ...terms,
          ceilings,
        });
        return id;
      },
    );
    return { id: value, version: 1, moment };
  }

  /**
   * Changes what a scenario is computed from; its result stays and is told to be out of date.
   *
   * @throws NotFound (404), ChangedMeanwhile (412), RuleViolated (422)
   */
  edit(target: ScenarioTarget, { title, note, ...changes }: EditScenarioDto): Promise<CommandAnswer> {
    return this.commands.run(target, 'scenario.edit', async (tx) => {
      const terms = await termsOf(tx, target.id);
      if (terms === null) throw new NotFound('scenario');
      const sent = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const faults = [...faultsOfTerms({ ...terms, ...sent }), ...(await unknownProjects(tx, changes))];
      if (faults.length > 0) throw new RuleViolated(faults);
      await tx.update(Scenario, { id: target.id }, { title, note, ...changes });
      if (Object.keys(sent).length > 0) {
        await tx.query('update scenario set terms_version = terms_version + 1 where id = $1', [target.id]);
      }
    });
  }

  /**
   * Removes a scenario; its history stays.
   *
   * @throws NotFound (404), ChangedMeanwhile (412)
   */
  remove(target: ScenarioTarget): Promise<CommandAnswer> {
    return this.commands.run(target, 'scenario.remove', async (tx) => {
      await tx.delete(Scenario, { id: target.id });
    });
  }

  /**
   * Computes the best selection from today's figures and keeps it with them, or says which obligations do not fit.
   *
   * @throws NotFound (404), ChangedMeanwhile (412), RuleViolated (422), SolverBusy (503), SolverTooSlow (503)
   */
  async compute(target: ScenarioTarget): Promise<CommandAnswer> {
    const { rev, scenarios, projects } = await this.facts.ofOne({ rev: null }, target.id);
    const [scenario] = scenarios;
    // A version that is past is refused by the command, with who changed it.
    const result =
      scenario?.version === target.version
        ? await this.resultOf(scenario, { rev, prepared: prepare(scenario, projects) })
        : null;
    return this.commands.run(target, 'scenario.compute', async (tx) => {
      await tx.update(Scenario, { id: target.id }, { result });
    });
  }

  private async resultOf(
    terms: KeptScenario,
    { rev, prepared }: { rev: number; prepared: Prepared },
  ): Promise<ScenarioResult> {
    const { candidates, problem } = prepared;
    if (candidates.length > MOST_CANDIDATES) {
      throw new RuleViolated([
        { pointer: '/phases', code: 'too-many-candidates', params: { limit: MOST_CANDIDATES } },
      ]);
    }
    const faults = obligationFaults(prepared, terms);
    const selection = faults.length > 0 ? null : await this.selections.best(problem);
    const chosen = new Set(selection?.chosen);
    const reasons = selection === null ? [] : reasonsOf(prepared, terms, chosen);
    const state: ResultState =
      selection === null
        ? 'impossible'
        : selection.isUnique
          ? 'best'
          : selection.isBest
            ? 'best-worth'
            : 'good';
    return {
      rev,
      day: this.clock.today(),
      termsVersion: terms.termsVersion,
      state,
      faults,
      worth: worthOf(problem, chosen),
      ceilings: ceilingsOf(terms).map((ceiling, row) => ({
        ...ceiling,
        usedCents: sumOf([...chosen].map((place) => problem.items[place]?.costs[row] ?? 0)),
        wantedCents: sumOf(problem.items.map(({ costs }) => costs[row] ?? 0)),
      })),
      candidates: candidates.map(
        ({ id, number, title, score, conflicts, gaps, needs, unmet, worth }, place): DecidedCandidate => ({
          id,
          number,
          title,
          score,
          conflicts,
          gaps,
          needs,
          unmet,
          worth,
          isIn: chosen.has(place),
          reasons: reasons[place] ?? [],
        }),
      ),
    };
  }
}

/** A new scenario looks at what is not under way yet, and weighs both alike. */
const FIRST_TERMS: CopiedTerms = {
  ceilings: [],
  phases: ['idea', 'proposal', 'approved'],
  scoreWeight: 1,
  benefitWeight: 1,
  assumedScore: USUAL_ASSUMED_SCORE,
  excludesConflicts: true,
  choices: [],
  groups: [],
};

async function budgetOf(tx: Tx, id: string): Promise<{ yearFrom: number; yearTo: number } | null> {
  const [budget] = await tx.query<{ yearFrom: number; yearTo: number }>(
    'select year_from as "yearFrom", year_to as "yearTo" from budget where id = $1',
    [id],
  );
  return budget ?? null;
}

async function termsOf(tx: Tx, id: string): Promise<Terms | null> {
  const [terms] = await tx.query<Terms>(
    `select b.year_from as "yearFrom", b.year_to as "yearTo", s.ceilings, s.phases, s.score_weight as "scoreWeight",
            s.benefit_weight as "benefitWeight", s.assumed_score as "assumedScore",
            s.excludes_conflicts as "excludesConflicts", s.choices, s.groups
       from scenario s join budget b on b.id = s.budget_id
      where s.id = $1`,
    [id],
  );
  return terms ?? null;
}

async function unknownProjects(
  tx: Tx,
  { choices = [], groups = [] }: Pick<EditScenarioDto, 'choices' | 'groups'>,
): Promise<Fault[]> {
  const named = [
    ...choices.map(({ projectId }, index) => ({ id: projectId, pointer: `/choices/${index}/projectId` })),
    ...groups.flatMap(({ projectIds }, group) =>
      projectIds.map((id, index) => ({ id, pointer: `/groups/${group}/projectIds/${index}` })),
    ),
  ];
  if (named.length === 0) return [];
  const found = await tx.query<{ id: string }>('select id from project where id = any ($1::uuid[])', [
    named.map(({ id }) => id),
  ]);
  const known = new Set(found.map(({ id }) => id));
  return named
    .filter(({ id }) => !known.has(id.toLowerCase()))
    .map(({ pointer }) => ({ pointer, code: 'unknown' }));
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, cents) => sum + cents, 0);
}
