import type { RouteLocationRaw } from 'vue-router';
import type { Exception } from '../finance';

/** The parts of a project's finance tab, by the name that its address has for each. */
export type Part = 'states' | 'gaps' | 'needs' | 'lines' | 'counter-fundings' | 'follow-up-costs';

const partsOfFigures = {
  need: 'needs',
  'counter-funding': 'counter-fundings',
  'follow-up-cost': 'follow-up-costs',
} as const;

/** Where an exception is mended. */
export function partOf({ kind, figure }: Pick<Exception, 'kind' | 'figure'>): Part {
  switch (kind) {
    case 'gap-without-destination':
      return 'gaps';
    case 'forecast-over-secured':
    case 'actual-over-forecast':
    case 'actual-over-secured':
      return 'lines';
    case 'follow-up-without-year':
      return 'follow-up-costs';
    case 'states-contradict':
    case 'confirmation-outdated':
      return 'states';
    case 'unchecked':
      return partsOfFigures[figure?.record ?? 'need'];
  }
}

/** The rows of that part that an exception is about, by what they are called there; null where it is about all of it. */
export function rowOf({
  kind,
  year,
  budgetKind,
  figure,
}: Pick<Exception, 'kind' | 'year' | 'budgetKind' | 'figure'>): string | null {
  if (kind === 'follow-up-without-year') return 'without-year';
  if (kind === 'unchecked') return figure?.id ?? null;
  return partOf({ kind, figure }) === 'states' ? null : `${year}-${budgetKind}`;
}

/** The address of that part, and of its row. */
export function placeOf(exception: Exception): RouteLocationRaw {
  const row = rowOf(exception);
  return {
    name: 'project',
    params: { ref: exception.project.number },
    query: { tab: 'budget' },
    hash: `#${partOf(exception)}${row === null ? '' : `/${row}`}`,
  };
}
