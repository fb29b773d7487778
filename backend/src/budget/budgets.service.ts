import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AlreadyExists,
  ChangedMeanwhile,
  type CommandAnswer,
  newId,
  NotFound,
  RuleViolated,
  Transactions,
  type Tx,
} from '../platform/index.js';
import { Budget } from './budget.entity.js';
import type { BudgetStage } from './budget.enums.js';
import { faultsOfBudget } from './budgets.rules.js';

/** What of a budget can be edited. */
export interface BudgetValues {
  key: string;
  title: string;
  yearFrom: number;
  yearTo: number;
  stage: BudgetStage;
}

/** Which budget a command is about, who gives it, and on which version of the budget. */
export interface BudgetTarget {
  id: string;
  version: number;
  actor: Actor;
}

/** Commands on the budgets of the city; finance's business. */
@Injectable()
export class BudgetsService {
  constructor(private readonly transactions: Transactions) {}

  /** @throws AlreadyExists, RuleViolated */
  async add(actor: Actor, values: BudgetValues): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command: 'budget.add', actor }, async (tx) => {
      refuse(faultsOfBudget(values, null));
      await refuseTwin(tx, values.key);
      const id = newId();
      await tx.insert(Budget, { id, ...values });
      return id;
    });
    return { id: value, version: 1, moment };
  }

  /**
   * Changes a budget. Its stage decides what is secured: the derived states of all projects with lines in it follow in
   * the same revision.
   *
   * @throws NotFound, ChangedMeanwhile, AlreadyExists, RuleViolated
   */
  async edit({ id, version, actor }: BudgetTarget, values: Partial<BudgetValues>): Promise<CommandAnswer> {
    const { moment } = await this.transactions.run({ command: 'budget.edit', actor }, async (tx) => {
      const isStaged = values.stage !== undefined;
      // Projects before the budget, as every command on a line of it locks them.
      if (isStaged) await lockProjectsOf(tx, id);
      const budget = await claimBudget(tx, id, version);
      const [used] = await tx.query<{ from: number; to: number }>(YEARS_IN_USE, [id]);
      refuse(faultsOfBudget({ ...budget, ...sent(values) }, used ?? null));
      if (values.key !== undefined && values.key !== budget.key) await refuseTwin(tx, values.key);
      await tx.update(Budget, { id }, { ...values });
      if (isStaged && values.stage !== budget.stage) {
        for (const project of await lockProjectsOf(tx, id)) tx.touchProject(project);
      }
    });
    return { id, version: version + 1, moment };
  }
}

/**
 * Locks a budget until the end of the transaction and raises its version by one.
 * @throws NotFound, ChangedMeanwhile
 */
export async function claimBudget(tx: Tx, id: string, version: number): Promise<BudgetValues> {
  const [budget] = await tx.query<BudgetValues & { version: number }>(
    `select key, title, year_from as "yearFrom", year_to as "yearTo", stage, version
       from budget where id = $1 for update`,
    [id],
  );
  if (budget === undefined) throw new NotFound('budget');
  if (budget.version !== version) throw await changedMeanwhile(tx, id, budget.version);
  await tx.query('update budget set version = version + 1 where id = $1', [id]);
  return budget;
}

/** The projects with lines in a budget; nobody else changes them meanwhile, so that their read model is made of what is. */
async function lockProjectsOf(tx: Tx, budgetId: string): Promise<string[]> {
  const projects = await tx.query<{ id: string }>(
    `select id from project where id in (select project_id from budget_line where budget_id = $1)
      order by id for update`,
    [budgetId],
  );
  return projects.map(({ id }) => id);
}

async function refuseTwin(tx: Tx, key: string): Promise<void> {
  const [twin] = await tx.query('select 1 from budget where key = $1', [key]);
  if (twin !== undefined) throw new AlreadyExists('budget', '/key');
}

function refuse(faults: ReturnType<typeof faultsOfBudget>): void {
  if (faults.length > 0) throw new RuleViolated(faults);
}

/** The keys that were sent; a key that was not is there, but undefined. */
function sent(values: Partial<BudgetValues>): Partial<BudgetValues> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

async function changedMeanwhile(tx: Tx, id: string, version: number): Promise<ChangedMeanwhile> {
  const [last] = await tx.query<{ changedBy: string | null; changedAt: string; command: string }>(
    `select person.display_name as "changedBy", change.at as "changedAt", change.command
       from history.budget kept join change on change.rev = kept.from_rev
       left join person on person.id = change.actor_id
      where kept.id = $1 and kept.to_rev = 9223372036854775807`,
    [id],
  );
  return new ChangedMeanwhile({ version, ...last });
}

/** The first and the last year that lines and commitment authorisations of the budget lie in; no row without any. */
const YEARS_IN_USE = `
  select min(year) as from, max(year) as to
    from (select year from budget_line where budget_id = $1
          union all select year from commitment_authorisation where budget_id = $1) used
  having count(*) > 0`;
