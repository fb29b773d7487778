import { flag, integer, list, oneOf, text, useUrlQuery } from '../../../shared/list/use-url-query';
import type { Answer } from '../../../api/types';

export type ProjectList = Answer<'/api/v1/projects', 'get'>;
export type ListedProject = ProjectList['items'][number];
export type ProjectGroup = NonNullable<ProjectList['groups']>[number];
export type Summary = Answer<'/api/v1/portfolio/summary', 'get'>;

export const PHASES = [
  'idea',
  'proposal',
  'approved',
  'in-progress',
  'rollout',
  'completed',
  'paused',
  'cancelled',
] as const;
export const LIGHTS = ['red', 'amber', 'green', 'overdue', 'none'] as const;
export const DECLARED = ['full', 'partial', 'none', 'not-stated'] as const;
export const DERIVED = ['full', 'partial', 'none', 'unknown'] as const;
export const CO2 = ['positive', 'negative', 'undirected', 'none', 'not-stated'] as const;
export const COVERAGES = ['complete', 'partial', 'none'] as const;
export const GROUPINGS = [
  'none',
  'phase',
  'actionField',
  'office',
  'light',
  'declaredBudgetState',
  'derivedBudgetState',
  'co2',
  'agenda',
] as const;
export type Grouping = Exclude<(typeof GROUPINGS)[number], 'none'>;
export const PAGE_SIZES = ['25', '50', '100', '200'] as const;

/** The state of the portfolio view; all of it stands in the URL. */
export function usePortfolioState() {
  return useUrlQuery({
    q: text(),
    phase: list(PHASES),
    actionField: list(),
    office: list(),
    light: list(LIGHTS),
    declaredBudgetState: list(DECLARED),
    derivedBudgetState: list(DERIVED),
    co2: list(CO2),
    coverage: list(COVERAGES),
    agenda: list(),
    tag: list(),
    finding: list(),
    conflictWith: text(),
    scoredOn: text(),
    openOn: text(),
    iq: flag(),
    overdue: flag(),
    conflicts: flag(),
    voiceDifferences: flag(),
    leadProject: flag(),
    helpWanted: flag(),
    mine: flag(),
    sort: text('number'),
    groupBy: oneOf(GROUPINGS, 'none'),
    pageSize: oneOf(PAGE_SIZES, '50'),
    page: integer(1),
  });
}

export type PortfolioState = ReturnType<typeof usePortfolioState>;
export type FilterName = Exclude<keyof PortfolioState['values'], 'sort' | 'groupBy' | 'page' | 'pageSize'>;
export type ListFilterName = {
  [Name in FilterName]: PortfolioState['values'][Name] extends readonly string[] ? Name : never;
}[FilterName];
export type FlagName = {
  [Name in FilterName]: PortfolioState['values'][Name] extends boolean ? Name : never;
}[FilterName];

type ApiQuery = NonNullable<
  import('../../../api/schema').paths['/api/v1/projects']['get']['parameters']['query']
>;
type ApiFilter = Omit<ApiQuery, 'sort' | 'groupBy' | 'page' | 'pageSize' | 'format' | 'asOf'>;

/** The filters as the API takes them; what is not set is left out. */
export function filterOf(values: PortfolioState['values']): ApiFilter {
  const { sort: _sort, groupBy: _groupBy, page: _page, pageSize: _pageSize, mine, ...rest } = values;
  const set = Object.entries({ ...rest }).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== '' && value !== false,
  );
  return { ...Object.fromEntries(set), ...(mine ? { lead: 'me' as const } : {}) };
}

/** What the tiles above the list stand for; they count across their own filters, so that they stay put when one is pressed. */
const TILES = ['light', 'conflicts', 'derivedBudgetState', 'co2', 'finding'] as const;

/** The filters less those of the tiles. */
export function tileFilterOf(filter: ApiFilter): ApiFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !TILES.some((tile) => tile === name)));
}

/** The whole question as the API takes it. */
export function questionOf(values: PortfolioState['values'], page = values.page): ApiQuery {
  return {
    ...filterOf(values),
    // The API checks the keys; an invented one in the URL becomes its error message.
    sort: values.sort,
    ...(values.groupBy === 'none' ? {} : { groupBy: values.groupBy }),
    page,
    pageSize: Number(values.pageSize),
  };
}

/** The group that a listed project stands in. */
export function groupKeyOf(project: ListedProject, grouping: Grouping): string {
  switch (grouping) {
    case 'phase':
      return project.phase;
    case 'actionField':
      return project.actionField.key;
    case 'office':
      return project.office?.id ?? 'none';
    case 'light':
      return project.overdue ? 'overdue' : (project.light ?? 'none');
    case 'declaredBudgetState':
      return project.declaredBudgetState ?? 'not-stated';
    case 'derivedBudgetState':
      return project.derivedBudgetState;
    case 'co2':
      return project.co2?.effect ?? 'not-stated';
    case 'agenda':
      return project.agendas[0] ?? 'none';
  }
}
