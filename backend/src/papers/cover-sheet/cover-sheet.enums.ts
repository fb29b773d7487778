import type { Co2Magnitude, DeclaredBudgetState } from '../../projects/index.js';

/**
 * Fields and boxes of a cover sheet; null is a box or a line that is left open.
 * Source: cover sheet of paper 2021/1528.
 */
export interface CoverSheetValues {
  financialEffects: boolean | null;
  /** Box "Investition". */
  investment: boolean | null;
  /** Box "Konsumtive Maßnahme". */
  operating: boolean | null;
  totalCostsCents: number | null;
  annualCostsCents: number | null;
  totalReceiptsCents: number | null;
  annualIncomeCents: number | null;
  financing: DeclaredBudgetState | null;
  additionalRevenue: boolean | null;
  discontinuedTasks: boolean | null;
  reallocation: boolean | null;
  counterFundingNote: string | null;
  co2Relevant: boolean | null;
  co2Effect: 'positive' | 'negative' | null;
  co2Magnitude: Co2Magnitude | null;
  co2Reason: string | null;
  iqRelevant: boolean | null;
  corridorTheme: string | null;
  localCouncilHearing: boolean | null;
  localCouncilHeardOn: string | null;
  municipalCompanies: boolean | null;
  coordinatedWith: string | null;
}
export type CoverSheetField = keyof CoverSheetValues;

/** Nothing ticked, nothing filled in. The order is that of the sheet. */
export const BLANK_SHEET: CoverSheetValues = {
  financialEffects: null,
  investment: null,
  operating: null,
  totalCostsCents: null,
  annualCostsCents: null,
  totalReceiptsCents: null,
  annualIncomeCents: null,
  financing: null,
  additionalRevenue: null,
  discontinuedTasks: null,
  reallocation: null,
  counterFundingNote: null,
  co2Relevant: null,
  co2Effect: null,
  co2Magnitude: null,
  co2Reason: null,
  iqRelevant: null,
  corridorTheme: null,
  localCouncilHearing: null,
  localCouncilHeardOn: null,
  municipalCompanies: null,
  coordinatedWith: null,
};

/** All fields in the order of the sheet. */
export const COVER_SHEET_FIELDS = Object.keys(BLANK_SHEET) as CoverSheetField[];
