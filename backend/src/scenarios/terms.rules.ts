import type { Fault } from '../platform/index.js';
import type { Phase } from '../projects/index.js';
import { MOST_YEARS, type Standing } from './scenario.enums.js';

/** Money that may be given to the candidates in one year and kind; whole cents. */
export interface Ceiling {
  year: number;
  kind: 'operating' | 'capital';
  ceilingCents: number;
}

/** What is said by hand of one project. */
export interface Choice {
  projectId: string;
  standing: Standing;
  /** 0 to 4. */
  benefit: number;
  /** Looked at whatever its phase and need. */
  isAdded: boolean;
}

/** Projects of which one at most is chosen. */
export interface Group {
  title: string;
  projectIds: string[];
}

/** What a scenario computes from, besides the figures of the projects. */
export interface Terms {
  /** Years of the budget. */
  yearFrom: number;
  yearTo: number;
  /** A year and kind without one has a ceiling of 0. */
  ceilings: Ceiling[];
  phases: Phase[];
  /** Whole numbers, 0 to 10; not both 0. */
  scoreWeight: number;
  benefitWeight: number;
  /** What a project without a score is taken to have, 0 to 100. */
  assumedScore: number;
  /** Whether a project that conflicts with a principle is only chosen when it must be. */
  excludesConflicts: boolean;
  choices: Choice[];
  groups: Group[];
}

/** Lists what is wrong with terms in themselves. */
export function faultsOfTerms(terms: Terms): Fault[] {
  const { yearFrom, ceilings, choices, groups } = terms;
  const to = yearFrom + MOST_YEARS - 1;
  return [
    ...ceilings.flatMap(({ year }, index) =>
      year >= yearFrom && year <= to
        ? []
        : [
            {
              pointer: `/ceilings/${index}/year`,
              code: 'year-outside-budget',
              params: { from: yearFrom, to },
            },
          ],
    ),
    ...twice(ceilings, ({ year, kind }) => `${year} ${kind}`, '/ceilings'),
    ...twice(choices, ({ projectId }) => projectId, '/choices'),
    ...groups.flatMap(({ projectIds }, index) =>
      new Set(projectIds).size < 2
        ? [{ pointer: `/groups/${index}/projectIds`, code: 'group-too-small' }]
        : [],
    ),
    ...(terms.scoreWeight + terms.benefitWeight === 0
      ? [{ pointer: '/scoreWeight', code: 'no-weight' }]
      : []),
  ];
}

/** The years that terms look at, in order: those of the budget, and as far as there are ceilings. */
export function yearsOf({ yearFrom, yearTo, ceilings }: Terms): number[] {
  const last = Math.max(yearTo, ...ceilings.map(({ year }) => year));
  return Array.from({ length: last - yearFrom + 1 }, (_, index) => yearFrom + index);
}

/** All years and kinds of the terms with their ceilings, in order. */
export function ceilingsOf(terms: Terms): Ceiling[] {
  return yearsOf(terms).flatMap((year) =>
    (['operating', 'capital'] as const).map((kind) => ({
      year,
      kind,
      ceilingCents:
        terms.ceilings.find((ceiling) => ceiling.year === year && ceiling.kind === kind)?.ceilingCents ?? 0,
    })),
  );
}

function twice<Item>(items: readonly Item[], keyOf: (item: Item) => string, pointer: string): Fault[] {
  const keys = items.map(keyOf);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index ? [] : [{ pointer: `${pointer}/${index}`, code: 'already-exists' }],
  );
}
