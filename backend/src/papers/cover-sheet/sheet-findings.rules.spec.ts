import { BLANK_SHEET, type CoverSheetValues } from './cover-sheet.enums.js';
import { findingsOfSheet } from './sheet-findings.rules.js';

const head = {
  reference: '2021/1528',
  motion: 'Der Gemeinderat beschließt …',
  hasOffice: true,
  consultationCount: 2,
};
/** A sheet about which nothing is odd. */
const settled: CoverSheetValues = {
  ...BLANK_SHEET,
  financialEffects: false,
  co2Relevant: false,
  iqRelevant: false,
  localCouncilHearing: false,
  municipalCompanies: false,
};
const codesOf = (
  change: Partial<CoverSheetValues>,
  derived: ('full' | 'partial' | 'none' | 'unknown')[] = [],
): string[] =>
  findingsOfSheet(
    { ...settled, ...change },
    { head, projects: derived.map((derivedBudgetState) => ({ derivedBudgetState })) },
  ).map(({ code }) => code);

describe('findings of a cover sheet', () => {
  it('are none when every question has its answer', () => {
    expect(codesOf({})).toEqual([]);
  });

  it('name every question that nobody answered', () => {
    const blank = { reference: '', motion: '', hasOffice: false, consultationCount: 0 };
    expect(findingsOfSheet(BLANK_SHEET, { head: blank, projects: [] }).map(({ code }) => code)).toEqual([
      'reference-missing',
      'office-missing',
      'motion-missing',
      'consultations-missing',
      'effects-unanswered',
      'co2-unanswered',
      'iq-unanswered',
      'hearing-unanswered',
      'companies-unanswered',
    ]);
  });

  it.each<[string, Partial<CoverSheetValues>, string[]]>([
    [
      'no effects, but partly budgeted, as paper 2021/1528 says',
      { financing: 'partial' },
      ['no-effects-but-financing'],
    ],
    ['no effects, but costs', { totalCostsCents: 100 }, ['no-effects-but-amounts']],
    [
      'effects without anything else',
      { financialEffects: true },
      ['effects-without-amounts', 'effects-without-kind', 'effects-without-financing'],
    ],
    [
      'effects that nothing pays for',
      { financialEffects: true, operating: true, annualCostsCents: 100, financing: 'none' },
      ['gap-without-counter-funding'],
    ],
    ['counter-funding without a word', { reallocation: true }, ['counter-funding-without-explanation']],
    [
      'CO₂ relevance without direction, extent and reason',
      { co2Relevant: true },
      ['co2-without-direction', 'co2-without-magnitude', 'co2-without-reason'],
    ],
    ['a direction without relevance', { co2Effect: 'positive' }, ['direction-without-co2']],
    ['IQ relevance without a theme', { iqRelevant: true }, ['iq-without-theme']],
    ['a theme without IQ relevance', { corridorTheme: 'Grüne Stadt' }, ['theme-without-iq']],
    ['a hearing without its day', { localCouncilHearing: true }, ['hearing-without-day']],
    ['a day without a hearing', { localCouncilHeardOn: '2026-01-31' }, ['day-without-hearing']],
    ['companies without names', { municipalCompanies: true }, ['companies-without-names']],
    ['names without companies', { coordinatedWith: 'Stadtwerke' }, ['names-without-companies']],
  ])('see %s', (_, change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });

  it('see that the boxes say something else than the budget', () => {
    const full = {
      financialEffects: true,
      operating: true,
      annualCostsCents: 100,
      financing: 'full',
    } as const;
    expect(codesOf(full, ['partial'])).toEqual(['financing-differs-from-budget']);
    expect(codesOf(full, ['full'])).toEqual([]);
    expect(codesOf(full, ['unknown'])).toEqual([]);
  });
});
