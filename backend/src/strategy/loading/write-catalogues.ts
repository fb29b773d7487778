import { newId, type Tx } from '../../platform/index.js';
import { budgetRow, councilBodyRow, entryRow, orgUnitRow, TABLES } from './catalogue-rows.js';
import { type CatalogueRow, type ClosableTable, closeMissing, upsert } from './catalogue-writer.js';
import { sectionReport, type SectionReport } from './load-report.js';
import type { OrgUnitInFile } from './org-units-file.rules.js';
import type { BudgetInFile } from './strategy-file.rules.js';
import type { StrategyContent } from './strategy-source.js';

/**
 * Writes the catalogues that outlive editions. What a list of the file has no more gets `lastDay` as the end of its
 * validity; what the file has no list for stays as it is.
 */
export async function writeCatalogues(
  tx: Tx,
  { file, orgUnits }: StrategyContent,
  lastDay: string,
): Promise<SectionReport[]> {
  const close = { tx, lastDay };
  return [
    ...(await writeClosable(close, 'corridorThemes', file.corridorThemes?.map(entryRow))),
    ...(await writeClosable(close, 'supportedGoals', file.supportedGoals?.map(entryRow))),
    ...(file.budgets === null ? [] : [await writeBudgets(tx, file.budgets)]),
    ...(await writeClosable(
      close,
      'orgUnits',
      orgUnits === null ? undefined : await orgUnitRows(tx, orgUnits),
    )),
    ...(await writeClosable(close, 'councilBodies', file.councilBodies?.map(councilBodyRow))),
  ];
}

async function writeClosable(
  { tx, lastDay }: { tx: Tx; lastDay: string },
  section: keyof typeof CLOSABLE,
  rows: CatalogueRow[] | undefined,
): Promise<SectionReport[]> {
  if (rows === undefined) return [];
  const written = await upsert(tx, TABLES[section], rows);
  const closed = await closeMissing(tx, CLOSABLE[section], { keys: rows.map(({ key }) => key), lastDay });
  return [sectionReport(section, written, { closed })];
}

const CLOSABLE = {
  corridorThemes: 'corridor_theme',
  supportedGoals: 'supported_goal',
  orgUnits: 'org_unit',
  councilBodies: 'council_body',
} satisfies Record<string, ClosableTable>;

async function orgUnitRows(tx: Tx, units: readonly OrgUnitInFile[]): Promise<CatalogueRow[]> {
  const known = await tx.query<{ id: string; key: string }>('select id, key from org_unit');
  const ids = new Map(known.map(({ id, key }) => [key, id]));
  for (const { key } of units) ids.set(key, ids.get(key) ?? newId());
  return units.map((unit) => orgUnitRow(unit, ids));
}

/** Budgets that the file has no more stay: finance keeps them, the file only brings those that a city starts with. */
async function writeBudgets(tx: Tx, budgets: readonly BudgetInFile[]): Promise<SectionReport> {
  const written = await upsert(tx, TABLES.budgets, budgets.map(budgetRow));
  await touchProjectsIn(tx, written.changed);
  return sectionReport('budgets', written);
}

/** The stage of a budget decides whether its lines count as secured in the read model. */
async function touchProjectsIn(tx: Tx, budgetIds: readonly string[]): Promise<void> {
  const projects = await tx.query<{ id: string }>(
    'select distinct project_id as id from budget_line where budget_id = any ($1::uuid[])',
    [budgetIds],
  );
  for (const { id } of projects) tx.touchProject(id);
}
