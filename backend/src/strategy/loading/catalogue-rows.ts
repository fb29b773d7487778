import type { CatalogueRow, CatalogueTable } from './catalogue-writer.js';
import type { OrgUnitInFile } from './org-units-file.rules.js';
import type { Title } from './record-reader.rules.js';
import type {
  ActionFieldInFile,
  AgendaInFile,
  BudgetInFile,
  CouncilBodyInFile,
  EntryInFile,
  PrincipleInFile,
  StrategyFile,
} from './strategy-file.rules.js';

/** How the lists of a strategy file become rows. */

const TITLE = ['title_de', 'title_en'];
const VALIDITY = ['valid_from', 'valid_to'];
const OF_EDITION = ['strategy_id', 'key'];

export const TABLES = {
  strategy: {
    name: 'strategy',
    key: ['key', 'edition'],
    columns: [
      ...TITLE,
      'city',
      'adopted_on',
      'paper_reference',
      'responsible_directorate',
      'responsible_office',
      'source',
    ],
    fixed: ['previous_id'],
  },
  designPrinciples: {
    name: 'design_principle',
    key: OF_EDITION,
    columns: ['position', ...TITLE, 'question_de', 'question_en', 'levels', 'weight'],
  },
  actionFields: {
    name: 'action_field',
    key: OF_EDITION,
    columns: [
      'position',
      ...TITLE,
      'status_quo_de',
      'status_quo_en',
      'target_picture_de',
      'target_picture_en',
    ],
  },
  corridorThemes: { name: 'corridor_theme', key: ['key'], columns: [...TITLE, ...VALIDITY] },
  supportedGoals: { name: 'supported_goal', key: ['key'], columns: [...TITLE, ...VALIDITY] },
  // An agenda stays with the edition that it was derived from, also when the file of a later one names it again.
  agendas: {
    name: 'digital_agenda',
    key: ['key'],
    columns: ['year_from', 'year_to', ...TITLE],
    fixed: ['strategy_id'],
  },
  budgets: { name: 'budget', key: ['key'], columns: ['title', 'year_from', 'year_to', 'stage'] },
  orgUnits: {
    name: 'org_unit',
    key: ['key'],
    columns: ['kind', 'short_name', 'name', 'parent_id', ...VALIDITY],
  },
  councilBodies: {
    name: 'council_body',
    key: ['key'],
    columns: ['kind', 'short_name', ...TITLE, 'note', ...VALIDITY],
  },
} satisfies Record<string, CatalogueTable>;

export function strategyRow({ strategy, source }: StrategyFile): CatalogueRow {
  return {
    key: strategy.key,
    edition: strategy.edition,
    ...text('title', strategy.title),
    city: strategy.city,
    adopted_on: strategy.adoptedOn,
    paper_reference: strategy.paper,
    responsible_directorate: strategy.responsibleDirectorate,
    responsible_office: strategy.responsibleOffice,
    source,
  };
}

export function principleRow({
  key,
  position,
  title,
  question,
  levels,
  weight,
}: PrincipleInFile): CatalogueRow {
  return { key, position, ...text('title', title), ...text('question', question), levels, weight };
}

export function actionFieldRow({
  key,
  position,
  title,
  statusQuo,
  targetPicture,
}: ActionFieldInFile): CatalogueRow {
  return {
    key,
    position,
    ...text('title', title),
    ...text('status_quo', statusQuo),
    ...text('target_picture', targetPicture),
  };
}

export function entryRow({ key, title, validFrom, validTo }: EntryInFile): CatalogueRow {
  return { key, ...text('title', title), valid_from: validFrom, valid_to: validTo };
}

export function agendaRow({ key, title, yearFrom, yearTo }: AgendaInFile): CatalogueRow {
  return { key, ...text('title', title), year_from: yearFrom, year_to: yearTo };
}

export function budgetRow({ key, title, yearFrom, yearTo, stage }: BudgetInFile): CatalogueRow {
  return { key, title: title.de, year_from: yearFrom, year_to: yearTo, stage };
}

export function councilBodyRow({ kind, shortName, note, ...entry }: CouncilBodyInFile): CatalogueRow {
  return { ...entryRow(entry), kind, short_name: shortName, note };
}

/** `ids` holds the id of every unit of the file by its key, so that units can name their parents. */
export function orgUnitRow(unit: OrgUnitInFile, ids: ReadonlyMap<string, string>): CatalogueRow {
  return {
    id: ids.get(unit.key),
    key: unit.key,
    kind: unit.kind,
    short_name: unit.shortName,
    name: unit.name,
    parent_id: unit.parentKey === null ? null : ids.get(unit.parentKey),
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
  };
}

function text(column: string, title: Title | null): CatalogueRow {
  return { [`${column}_de`]: title?.de ?? null, [`${column}_en`]: title?.en ?? null };
}
