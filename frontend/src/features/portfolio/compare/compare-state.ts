import type { Answer, Query } from '../../../api/types';
import { integer, list, text, useUrlQuery } from '../../../shared/list/use-url-query';

export type Comparison = Answer<'/api/v1/portfolio/compare', 'get'>;
export type Difference = Comparison['items'][number];
export type Change = Difference['changes'][number];
export type Kind = Difference['kinds'][number];

/** What can have happened to a project, in the order in which it is shown. */
export const KINDS = [
  'came',
  'went',
  'phase',
  'turned',
  'slipped',
  'costs-more',
  'costs-less',
  're-scored',
  'changed',
] as const satisfies readonly Kind[];

/** Projects on one page of a comparison. */
export const COMPARE_PAGE_SIZE = 25;

/** The state of the comparison; all of it stands in the URL. An empty moment is the usual one. */
export function useCompareState() {
  return useUrlQuery({
    from: text(),
    to: text(),
    kind: list(KINDS),
    q: text(),
    actionField: list(),
    office: list(),
    page: integer(1),
  });
}

export type CompareState = ReturnType<typeof useCompareState>;

/** What narrows the comparison, as the API takes it; what is not set is left out. */
export function narrowingOf({ kind, q, actionField, office }: CompareState['values']) {
  return {
    ...(kind.length > 0 ? { kind } : {}),
    ...(q === '' ? {} : { q }),
    ...(actionField.length > 0 ? { actionField } : {}),
    ...(office.length > 0 ? { office } : {}),
  } satisfies Partial<Query<'/api/v1/portfolio/compare', 'get'>>;
}
