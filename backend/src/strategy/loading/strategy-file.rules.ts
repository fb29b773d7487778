import { type Findings, type RecordReader, type Title } from './record-reader.rules.js';
import type { Json } from './json-text.rules.js';

/** What a strategy file says. A list that is null is not in the file: nothing is said about it. */
export interface StrategyFile {
  source: string | null;
  strategy: StrategyInFile;
  designPrinciples: PrincipleInFile[];
  actionFields: ActionFieldInFile[];
  corridorThemes: EntryInFile[] | null;
  supportedGoals: EntryInFile[] | null;
  agendas: AgendaInFile[] | null;
  budgets: BudgetInFile[] | null;
  councilBodies: CouncilBodyInFile[] | null;
  /** Path of the table of units, relative to the file. */
  orgUnits: string | null;
}

export interface StrategyInFile {
  key: string;
  edition: number;
  title: Title;
  adoptedOn: string | null;
  paper: string | null;
  responsibleDirectorate: string | null;
  city: string | null;
  responsibleOffice: string | null;
}

export interface PrincipleInFile {
  key: string;
  position: number;
  title: Title;
  question: Title | null;
  levels: Title[] | null;
  weight: number;
}

export interface ActionFieldInFile {
  key: string;
  position: number;
  title: Title;
  statusQuo: Title | null;
  targetPicture: Title | null;
}

export interface EntryInFile {
  key: string;
  title: Title;
  validFrom: string | null;
  validTo: string | null;
}

export interface AgendaInFile {
  key: string;
  title: Title;
  yearFrom: number;
  yearTo: number;
}

export interface BudgetInFile extends AgendaInFile {
  stage: (typeof BUDGET_STAGES)[number];
}

export interface CouncilBodyInFile extends EntryInFile {
  kind: (typeof COUNCIL_BODY_KINDS)[number];
  shortName: string;
  note: string | null;
}

/** Source: domain.md, "Money": the stage of the budget that a gap is to go into. */
const BUDGET_STAGES = ['registered', 'planned', 'adopted', 'rejected'] as const;
const COUNCIL_BODY_KINDS = [
  'council',
  'committee',
  'commission',
  'board',
  'conference',
  'local-council',
] as const;
/** A score is a whole number 0 to 4. Source: domain.md, "Check grid". */
const LEVELS = 5;
const YEARS = { min: 2000, max: 2100 };
const LONG_TEXT = 4000;

/** Reads a strategy file and notes every fault; the answer counts only when there is none. */
export function readStrategyFile(json: Json, findings: Findings): StrategyFile {
  const file = findings.record(json, '');
  return {
    source: file.optionalText('source', LONG_TEXT),
    strategy: strategyOf(file),
    designPrinciples: inOrder(file.records('designPrinciples', principleOf), findings),
    actionFields: inOrder(file.records('actionFields', actionFieldOf), findings),
    corridorThemes: keyed(file.optionalRecords('corridorThemes', entryOf), findings),
    supportedGoals: keyed(file.optionalRecords('supportedGoals', entryOf), findings),
    agendas: keyed(file.optionalRecords('agendas', agendaOf), findings),
    budgets: keyed(file.optionalRecords('budgets', budgetOf), findings),
    councilBodies: keyed(file.optionalRecords('councilBodies', councilBodyOf), findings),
    orgUnits: file.optionalText('orgUnits'),
  };
}

/** Something read, with where it stands. */
type Read<Item> = Item & { pointer: string };

function strategyOf(file: RecordReader): StrategyInFile {
  const strategy = file.optionalRecord('strategy');
  if (strategy === null) file.fault('strategy', 'missing');
  const responsible = strategy?.optionalRecord('responsible');
  return {
    key: strategy?.key() ?? '',
    edition: strategy?.optionalInteger('edition', { min: 1, max: 999 }) ?? 1,
    title: strategy?.title('title') ?? { de: '', en: null },
    city: strategy?.optionalText('city') ?? null,
    adoptedOn: strategy?.optionalDay('adoptedOn') ?? null,
    paper: strategy?.optionalText('paper') ?? null,
    responsibleDirectorate: responsible?.optionalText('directorate') ?? null,
    responsibleOffice: responsible?.optionalText('office') ?? null,
  };
}

function principleOf(record: RecordReader, index: number): Read<PrincipleInFile> {
  return {
    ...placed(record, index),
    title: record.title('title'),
    question: record.optionalTitle('question', 1000),
    levels: levelsOf(record),
    weight: record.optionalInteger('weight', { min: 1, max: 100 }) ?? 1,
  };
}

function levelsOf(record: RecordReader): Title[] | null {
  const levels = record.optionalRecords('levels', (level) => ({
    de: level.text('de', 1000),
    en: level.optionalText('en', 1000),
  }));
  if (levels !== null && levels.length !== LEVELS) record.fault('levels', 'count-wrong', { count: LEVELS });
  return levels;
}

function actionFieldOf(record: RecordReader, index: number): Read<ActionFieldInFile> {
  return {
    ...placed(record, index),
    title: record.title('title'),
    statusQuo: record.optionalTitle('statusQuo', LONG_TEXT),
    targetPicture: record.optionalTitle('targetPicture', LONG_TEXT),
  };
}

function entryOf(record: RecordReader): Read<EntryInFile> {
  return { key: record.key(), pointer: record.pointer, title: record.title('title'), ...record.validity() };
}

function agendaOf(record: RecordReader): Read<AgendaInFile> {
  return { key: record.key(), pointer: record.pointer, title: record.title('title'), ...yearsOf(record) };
}

function budgetOf(record: RecordReader): Read<BudgetInFile> {
  return { ...agendaOf(record), stage: record.oneOf('stage', BUDGET_STAGES) };
}

/** Either `year`, or `firstYear` and, for two years, `lastYear`. */
function yearsOf(record: RecordReader): { yearFrom: number; yearTo: number } {
  const year = record.optionalInteger('year', YEARS);
  const yearFrom = record.optionalInteger('firstYear', YEARS) ?? year;
  const yearTo = record.optionalInteger('lastYear', YEARS) ?? yearFrom;
  if (yearFrom === null || yearTo === null) {
    record.fault('firstYear', 'missing');
    return { yearFrom: YEARS.min, yearTo: YEARS.min };
  }
  if (yearTo < yearFrom) record.fault('lastYear', 'ends-before-start');
  if (yearTo > yearFrom + 1) record.fault('lastYear', 'more-than-two-years');
  return { yearFrom, yearTo };
}

function councilBodyOf(record: RecordReader): Read<CouncilBodyInFile> {
  const entry = entryOf(record);
  return {
    ...entry,
    kind: record.oneOf('kind', COUNCIL_BODY_KINDS),
    shortName: record.optionalText('shortName', 60) ?? entry.title.de,
    note: record.optionalText('note', LONG_TEXT),
  };
}

function placed(record: RecordReader, index: number): { key: string; position: number; pointer: string } {
  return {
    key: record.key(),
    position: record.optionalInteger('order', { min: 1, max: 999 }) ?? index + 1,
    pointer: record.pointer,
  };
}

function inOrder<Item extends { key: string; position: number }>(
  items: Read<Item>[],
  findings: Findings,
): Item[] {
  for (const { pointer, position } of repeated(items, ({ position }) => position)) {
    findings.add(`${pointer}/order`, 'order-twice', { order: position });
  }
  return keyed(items, findings);
}

function keyed<Item extends { key: string }, Items extends Read<Item>[] | null>(
  items: Items,
  findings: Findings,
): Items {
  const named = (items ?? []).filter(({ key }) => key !== '');
  for (const { pointer, key } of repeated(named, (item) => item.key)) {
    findings.add(`${pointer}/key`, 'key-twice', { key });
  }
  return items;
}

/** The items of which an earlier one has the same value. */
function repeated<Item>(items: readonly Item[], valueOf: (item: Item) => unknown): Item[] {
  const seen = new Set<unknown>();
  return items.filter((item) => seen.size === seen.add(valueOf(item)).size);
}
