/** What the public sees of a project, field by field, under the names of the contract. */
export const PUBLIC_FIELDS = [
  'number',
  'title',
  'summary',
  'phase',
  'actionField',
  'office',
  'light',
  'lightOn',
  'principleScore',
  'coverage',
  'conflicts',
  'co2',
  'declaredBudgetState',
  'milestones',
] as const;
export type PublicField = (typeof PUBLIC_FIELDS)[number];

/** By what the public can sort; a leading minus turns the order round. What is not known comes last either way. */
export const PUBLIC_SORT_KEYS = [
  'number',
  'title',
  'phase',
  'light',
  'lightOn',
  'principleScore',
  'coverage',
  'publishedAt',
] as const;
export type PublicSortKey = (typeof PUBLIC_SORT_KEYS)[number];
