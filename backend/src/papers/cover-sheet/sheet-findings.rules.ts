import type { CoverSheetField, CoverSheetValues } from './cover-sheet.enums.js';
import type { SheetProject } from './project-sheet.rules.js';

/** What can be odd about a cover sheet. None of it blocks: real papers contradict themselves. */
export const SHEET_FINDINGS = [
  'reference-missing',
  'office-missing',
  'motion-missing',
  'consultations-missing',
  'effects-unanswered',
  'no-effects-but-financing',
  'no-effects-but-amounts',
  'effects-without-amounts',
  'effects-without-kind',
  'effects-without-financing',
  'gap-without-counter-funding',
  'counter-funding-without-explanation',
  'financing-differs-from-budget',
  'co2-unanswered',
  'co2-without-direction',
  'co2-without-magnitude',
  'co2-without-reason',
  'direction-without-co2',
  'iq-unanswered',
  'iq-without-theme',
  'theme-without-iq',
  'hearing-unanswered',
  'hearing-without-day',
  'day-without-hearing',
  'companies-unanswered',
  'companies-without-names',
  'names-without-companies',
] as const;
export type SheetFindingCode = (typeof SHEET_FINDINGS)[number];

/** One thing that is odd, and the field where it can be settled; null when it is none of the boxes. */
export interface SheetFinding {
  code: SheetFindingCode;
  field: CoverSheetField | null;
}

/** What of a paper the sheet prints besides its boxes. */
export interface SheetHead {
  reference: string;
  motion: string;
  hasOffice: boolean;
  consultationCount: number;
}

/** Names what is missing on a cover sheet and what contradicts itself, in the order of the sheet. */
export function findingsOfSheet(
  v: CoverSheetValues,
  { head, projects }: { head: SheetHead; projects: readonly Pick<SheetProject, 'derivedBudgetState'>[] },
): SheetFinding[] {
  const found: SheetFinding[] = [];
  const note = (isSo: boolean, code: SheetFindingCode, field: CoverSheetField | null = null): void => {
    if (isSo) found.push({ code, field });
  };
  note(head.reference === '', 'reference-missing');
  note(!head.hasOffice, 'office-missing');
  note(head.motion === '', 'motion-missing');
  note(head.consultationCount === 0, 'consultations-missing');
  moneyFindings(v, projects, note);
  note(v.co2Relevant === null, 'co2-unanswered', 'co2Relevant');
  if (v.co2Relevant === true) {
    note(v.co2Effect === null, 'co2-without-direction', 'co2Effect');
    note(v.co2Magnitude === null, 'co2-without-magnitude', 'co2Magnitude');
    note(isBlank(v.co2Reason), 'co2-without-reason', 'co2Reason');
  } else note(v.co2Effect !== null || v.co2Magnitude !== null, 'direction-without-co2', 'co2Effect');
  note(v.iqRelevant === null, 'iq-unanswered', 'iqRelevant');
  note(v.iqRelevant === true && isBlank(v.corridorTheme), 'iq-without-theme', 'corridorTheme');
  note(v.iqRelevant !== true && !isBlank(v.corridorTheme), 'theme-without-iq', 'corridorTheme');
  note(v.localCouncilHearing === null, 'hearing-unanswered', 'localCouncilHearing');
  note(
    v.localCouncilHearing === true && !v.localCouncilHeardOn,
    'hearing-without-day',
    'localCouncilHeardOn',
  );
  note(
    v.localCouncilHearing !== true && v.localCouncilHeardOn !== null,
    'day-without-hearing',
    'localCouncilHeardOn',
  );
  note(v.municipalCompanies === null, 'companies-unanswered', 'municipalCompanies');
  note(
    v.municipalCompanies === true && isBlank(v.coordinatedWith),
    'companies-without-names',
    'coordinatedWith',
  );
  note(
    v.municipalCompanies !== true && !isBlank(v.coordinatedWith),
    'names-without-companies',
    'coordinatedWith',
  );
  return found;
}

function moneyFindings(
  v: CoverSheetValues,
  projects: readonly Pick<SheetProject, 'derivedBudgetState'>[],
  note: (isSo: boolean, code: SheetFindingCode, field: CoverSheetField) => void,
): void {
  const amounts = [v.totalCostsCents, v.annualCostsCents, v.totalReceiptsCents, v.annualIncomeCents];
  const hasAmounts = amounts.some((cents) => (cents ?? 0) > 0);
  const hasCounterFunding = [v.additionalRevenue, v.discontinuedTasks, v.reallocation].includes(true);
  note(v.financialEffects === null, 'effects-unanswered', 'financialEffects');
  note(v.financialEffects === false && v.financing !== null, 'no-effects-but-financing', 'financing');
  note(v.financialEffects === false && hasAmounts, 'no-effects-but-amounts', 'financialEffects');
  if (v.financialEffects === true) {
    note(!hasAmounts, 'effects-without-amounts', 'totalCostsCents');
    note(v.investment !== true && v.operating !== true, 'effects-without-kind', 'investment');
    note(v.financing === null, 'effects-without-financing', 'financing');
    const isShort = v.financing === 'partial' || v.financing === 'none';
    note(isShort && !hasCounterFunding, 'gap-without-counter-funding', 'additionalRevenue');
  }
  note(
    hasCounterFunding && isBlank(v.counterFundingNote),
    'counter-funding-without-explanation',
    'counterFundingNote',
  );
  const derived = projects
    .map((project) => project.derivedBudgetState)
    .filter((state) => state !== 'unknown');
  const differs =
    derived.length > 0 && v.financing !== null && derived.every((state) => state !== v.financing);
  note(differs, 'financing-differs-from-budget', 'financing');
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
