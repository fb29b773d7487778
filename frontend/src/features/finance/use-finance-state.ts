import { computed } from 'vue';
import type { Query } from '../../api/types';
import { integer, list, oneOf, text, useUrlQuery } from '../../shared/list/use-url-query';
import { EXCEPTION_KINDS, GROUPINGS, MEASURES, SPAN } from './finance';

/** The state of the cockpit; all of it stands in the URL. */
export function useFinanceState() {
  return useUrlQuery({
    /** Key of the budget whose years are shown. */
    budget: text(),
    /** The one year that is shown; 0 for none. */
    year: integer(0),
    /** The first of several years; 0 for none. */
    from: integer(0),
    exception: list(EXCEPTION_KINDS),
    page: integer(1),
    groupBy: oneOf(GROUPINGS, 'directorate'),
    measure: oneOf(['all', ...MEASURES], 'all'),
    /** Groups of the matrix that are open, by kind and key. */
    open: list(),
  });
}

export type FinanceState = ReturnType<typeof useFinanceState>;
export type PeriodQuery = Pick<Query<'/api/v1/finance/years', 'get'>, 'budget' | 'yearFrom' | 'yearTo'>;

/** The years that every figure of the cockpit is of, as the API takes them. */
export function usePeriod(state: FinanceState) {
  return computed<PeriodQuery>(() => {
    const { budget, year, from } = state.values;
    if (budget !== '') return { budget };
    if (year > 0) return { yearFrom: year, yearTo: year };
    return from > 0 ? { yearFrom: from, yearTo: from + SPAN - 1 } : {};
  });
}
