import type { SheetField } from '../papers';

/** How a field of the sheet is filled in. */
export type FieldKind = 'yes-no' | 'box' | 'money' | 'choice' | 'text' | 'day';

const KINDS: Record<SheetField, FieldKind> = {
  financialEffects: 'yes-no',
  investment: 'box',
  operating: 'box',
  totalCostsCents: 'money',
  annualCostsCents: 'money',
  totalReceiptsCents: 'money',
  annualIncomeCents: 'money',
  financing: 'choice',
  additionalRevenue: 'box',
  discontinuedTasks: 'box',
  reallocation: 'box',
  counterFundingNote: 'text',
  co2Relevant: 'yes-no',
  co2Effect: 'choice',
  co2Magnitude: 'choice',
  co2Reason: 'text',
  iqRelevant: 'yes-no',
  corridorTheme: 'text',
  localCouncilHearing: 'yes-no',
  localCouncilHeardOn: 'day',
  municipalCompanies: 'yes-no',
  coordinatedWith: 'text',
};

/** What there is to choose from. */
export const CHOICES = {
  financing: ['full', 'partial', 'none'],
  co2Effect: ['positive', 'negative'],
  co2Magnitude: ['minor', 'considerable'],
} as const satisfies Partial<Record<SheetField, readonly string[]>>;

/** What is only to be said after a yes. */
const QUESTIONS: Partial<Record<SheetField, SheetField>> = {
  co2Effect: 'co2Relevant',
  co2Magnitude: 'co2Relevant',
  co2Reason: 'co2Relevant',
  corridorTheme: 'iqRelevant',
  localCouncilHeardOn: 'localCouncilHearing',
  coordinatedWith: 'municipalCompanies',
};

/** Longest texts, in characters. */
const LENGTHS: Partial<Record<SheetField, number>> = { corridorTheme: 2000, coordinatedWith: 2000 };

export const kindOf = (field: SheetField): FieldKind => KINDS[field];

/** The values of a choice; none for the other kinds. */
export function choicesOf(field: SheetField): readonly string[] {
  return Object.entries(CHOICES).find(([name]) => name === field)?.[1] ?? [];
}

/** The question that a field hangs on. */
export const questionOf = (field: SheetField): SheetField | undefined => QUESTIONS[field];

/** How many characters a text may have. */
export const lengthOf = (field: SheetField): number => LENGTHS[field] ?? 10_000;

/** All fields in the order of the sheet. */
export const SHEET_FIELDS = Object.keys(KINDS) as SheetField[];

/** Where the control of a field is found on the page. */
export const placeOf = (field: SheetField): string => `sheet-${field}`;
