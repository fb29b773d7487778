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

/** The address of that part. */
export function placeOf(exception: Exception): RouteLocationRaw {
  return {
    name: 'project',
    params: { ref: exception.project.number },
    query: { tab: 'budget' },
    hash: `#${partOf(exception)}`,
  };
}
