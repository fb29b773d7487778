import type { Answer } from '../../api/types';

export type Exceptions = Answer<'/api/v1/finance/exceptions', 'get'>;
export type Exception = Exceptions['items'][number];
export type ExceptionKind = Exception['kind'];
export type Matrix = Answer<'/api/v1/finance/matrix', 'get'>;
export type MatrixGroup = Matrix['groups'][number];
export type MatrixCell = Matrix['totals'][number];
export type FinanceYears = Answer<'/api/v1/finance/years', 'get'>;
export type YearSums = FinanceYears['items'][number];
export type Kind = YearSums['kind'];

/** The two budgets of municipal law; nothing is ever summed over both. */
export const KINDS = ['operating', 'capital'] as const satisfies readonly Kind[];

export const EXCEPTION_KINDS = [
  'gap-without-destination',
  'forecast-over-secured',
  'actual-over-forecast',
  'actual-over-secured',
  'follow-up-without-year',
  'states-contradict',
  'confirmation-outdated',
  'unchecked',
] as const satisfies readonly ExceptionKind[];

export const GROUPINGS = [
  'directorate',
  'office',
  'actionField',
  'subBudget',
  'leadProject',
] as const satisfies readonly Matrix['groupBy'][];

/** The amounts of the matrix. */
export const MEASURES = ['need', 'secured', 'actual', 'gap'] as const;
export type Measure = (typeof MEASURES)[number];

/** Years of the view of several years. */
export const SPAN = 5;

/** `follow-up-cost` as the locale files write it. */
export function camelCase(value: string): string {
  return value.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
