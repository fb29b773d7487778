import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, type Fault, type Tx } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import { SheetRefused } from './budget.errors.js';
import { faultsOfLineYear } from './budget.rules.js';
import type { BudgetLineValues } from './budget-lines.service.js';
import type { NeedValues } from './needs.service.js';
import { faultsOfIds, isUnchanged, sheetDifference, type SheetRow } from './sheet.rules.js';
import { rowsOf, type SheetTable, storeDifference } from './store-sheet.js';

/** A whole sheet: rows that are absent are removed. */
export interface Sheet<Values> {
  rows: (Values & SheetRow)[];
  reason?: string | null;
}

const NEEDS: SheetTable = {
  name: 'need',
  columns: { year: 'year', kind: 'kind', direction: 'direction', amountCents: 'amount_cents', note: 'note' },
};

const LINES: SheetTable = {
  name: 'budget_line',
  columns: {
    budgetId: 'budget_id',
    year: 'year',
    kind: 'kind',
    direction: 'direction',
    appropriationCents: 'appropriation_cents',
    amendmentsCents: 'amendments_cents',
    carryOverCents: 'carry_over_cents',
    committedCents: 'committed_cents',
    actualCents: 'actual_cents',
    forecastCents: 'forecast_cents',
    accountAssignment: 'account_assignment',
    subBudget: 'sub_budget',
    productGroup: 'product_group',
    fundingSource: 'funding_source',
    note: 'note',
  },
};

/** What a row says where it says nothing. */
const NEED = { direction: 'expense', note: '' } as const;
const LINE = {
  direction: 'expense',
  appropriationCents: 0,
  amendmentsCents: 0,
  carryOverCents: 0,
  committedCents: 0,
  actualCents: 0,
  forecastCents: null,
  accountAssignment: null,
  subBudget: null,
  productGroup: null,
  fundingSource: null,
  note: '',
} as const;

/** Needs and budget lines as whole sheets: all rows in one change, or none. */
@Injectable()
export class SheetsService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, ChangedMeanwhile, SheetRefused */
  needs(target: ProjectTarget, { rows, reason }: Sheet<NeedValues>): Promise<CommandAnswer> {
    const command = { name: 'need.sheet', may: 'need', reason } as const;
    return this.commands.runIfNew(target, command, async (tx, project) => {
      const sent = rows.map((row) => filled(row, NEED));
      const present = await rowsOf<NeedValues>(tx, NEEDS, project);
      refuseIfAny(faultsOfIds(sent, new Set(present.keys())));
      const difference = sheetDifference<NeedValues>(sent, present);
      if (isUnchanged(difference)) return false;
      // What is stated now counts as reported now.
      const stamp = { reported_at: this.clock.now().toISOString() };
      await storeDifference(tx, NEEDS, { project, difference, stamp });
      return true;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile, SheetRefused */
  lines(target: ProjectTarget, { rows, reason }: Sheet<BudgetLineValues>): Promise<CommandAnswer> {
    const command = { name: 'budget-line.sheet', may: 'budget', reason } as const;
    return this.commands.runIfNew(target, command, async (tx, project) => {
      const sent = rows.map((row) => filled(row, LINE));
      const present = await rowsOf<BudgetLineValues>(tx, LINES, project);
      const years = await foreignYears(tx, sent);
      refuseIfAny([...faultsOfIds(sent, new Set(present.keys())), ...years]);
      const difference = sheetDifference<BudgetLineValues>(sent, present);
      if (isUnchanged(difference)) return false;
      await storeDifference(tx, LINES, { project, difference });
      return true;
    });
  }
}

/** A row with its defaults; an id is compared in the writing of the database. */
function filled<Row extends SheetRow>(row: Row, defaults: object): Row {
  const said = Object.entries(row).filter(([, value]) => value !== undefined);
  const id = row.id === undefined ? {} : { id: row.id.toLowerCase() };
  return { ...defaults, ...Object.fromEntries(said), ...id } as Row;
}

/** @throws SheetRefused */
function refuseIfAny(faults: Fault[]): void {
  if (faults.length > 0) throw new SheetRefused(faults);
}

/** Unknown budgets and years that a budget does not have, of all rows. The budgets keep their years until the end. */
async function foreignYears(tx: Tx, rows: readonly BudgetLineValues[]): Promise<Fault[]> {
  const found = await tx.query<{ id: string; yearFrom: number; yearTo: number }>(
    `select id, year_from as "yearFrom", year_to as "yearTo"
       from budget where id = any($1::uuid[]) order by id for share`,
    [[...new Set(rows.map(({ budgetId }) => budgetId))]],
  );
  const budgets = new Map(found.map((budget) => [budget.id, budget]));
  return rows.flatMap(({ budgetId, year }, index) => {
    const budget = budgets.get(budgetId.toLowerCase());
    const faults: Fault[] =
      budget === undefined
        ? [{ pointer: '/budgetId', code: 'budget-unknown' }]
        : faultsOfLineYear(year, budget);
    return faults.map((fault) => ({ ...fault, pointer: `/rows/${index}${fault.pointer}` }));
  });
}
