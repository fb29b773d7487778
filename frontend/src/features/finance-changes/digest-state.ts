import type { Answer, Query } from '../../api/types';
import { integer, list, oneOf, text, useUrlQuery } from '../../shared/list/use-url-query';

export type Digest = Answer<'/api/v1/finance/changes', 'get'>;
export type DigestItem = Digest['items'][number];
export type DigestChange = Digest['changes'][number];
export type DigestTotal = Digest['totals'][number];
export type DigestField = DigestItem['field'];

type DigestQuery = Query<'/api/v1/finance/changes', 'get'>;

/** What can have changed, in the order in which it is shown. */
export const FIELDS = [
  'need',
  'appropriation',
  'amendments',
  'carry-over',
  'committed',
  'actual',
  'forecast',
  'counter-funding-secured',
  'counter-funding-open',
  'follow-up-cost',
  'commitment-authorisation',
  'commitment-cash',
  'grant',
  'grant-eligible',
  'grant-state',
  'gap-stage',
  'budget-stage',
] as const satisfies readonly DigestField[];

/** Amounts on one page. */
export const DIGEST_PAGE_SIZE = 50;

/** How many days back the digest begins where nothing else is said: four weeks. */
export const USUAL_DAYS = 28;

/** The filters, apart from the moments. */
export const NARROWING = ['project', 'office', 'field', 'kind', 'year', 'budget'] as const;

/** The state of the digest; all of it stands in the URL. An empty moment is the usual one. */
export function useDigestState() {
  return useUrlQuery({
    from: text(),
    to: text(),
    project: text(),
    office: list(),
    field: list(FIELDS),
    kind: oneOf(['', 'operating', 'capital'], ''),
    year: text(),
    budget: text(),
    groupBy: oneOf(['none', 'budget'], 'none'),
    page: integer(1),
  });
}

export type DigestState = ReturnType<typeof useDigestState>;

/** Whether something typed is a year; what is not narrows nothing. */
export function isYear(written: string): boolean {
  return /^20\d\d$/.test(written.trim());
}

/** What narrows the digest, as the API takes it; what is not set is left out. */
export function narrowingOf({ project, office, field, kind, year, budget, groupBy }: DigestState['values']) {
  return {
    ...(project.trim() === '' ? {} : { project: project.trim() }),
    ...(office.length > 0 ? { office } : {}),
    ...(field.length > 0 ? { field } : {}),
    ...(kind === '' ? {} : { kind }),
    ...(isYear(year) ? { year: Number(year) } : {}),
    ...(budget === '' ? {} : { budget }),
    ...(groupBy === 'none' ? {} : { groupBy }),
  } satisfies Partial<DigestQuery>;
}
