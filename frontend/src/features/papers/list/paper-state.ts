import type { Query } from '../../../api/types';
import { flag, integer, oneOf, text, useUrlQuery } from '../../../shared/list/use-url-query';
import { PAPER_TYPES } from '../papers';

export const PAGE_SIZE = 50;

/** The state of the list of papers; all of it stands in the URL. */
export function usePaperState() {
  return useUrlQuery({
    q: text(),
    type: oneOf(['', ...PAPER_TYPES], ''),
    body: text(),
    upcoming: flag(),
    page: integer(1),
  });
}

export type PaperState = ReturnType<typeof usePaperState>;

/** The list that is asked for; what is not set is left out. */
export function queryOf({
  q,
  type,
  body,
  upcoming,
  page,
}: PaperState['values']): Query<'/api/v1/papers', 'get'> {
  return {
    page,
    pageSize: PAGE_SIZE,
    ...(q === '' ? {} : { q }),
    ...(type === '' ? {} : { type }),
    ...(body === '' ? {} : { body }),
    ...(upcoming ? { upcoming } : {}),
  };
}
