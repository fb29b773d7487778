import { BLANK_SHEET } from './cover-sheet.enums.js';
import { type SheetProject, sheetOfProjects } from './project-sheet.rules.js';

const aProject = (over: Partial<SheetProject> = {}): SheetProject => ({
  id: '0190f3a4-0000-7000-8000-000000000001',
  number: 'DA-2026-001',
  title: 'E-Akte',
  financialEffects: null,
  declaredBudgetState: null,
  derivedBudgetState: 'unknown',
  co2Effect: null,
  co2Magnitude: null,
  co2Reason: null,
  co2Optimisation: null,
  iqRelevant: null,
  iqNote: null,
  corridorThemes: [],
  needs: [],
  counterFundings: [],
  ...over,
});

describe('a cover sheet filled from projects', () => {
  it('is blank without a project, and where projects know nothing', () => {
    expect(sheetOfProjects([])).toEqual(BLANK_SHEET);
    expect(sheetOfProjects([aProject()])).toEqual(BLANK_SHEET);
  });

  it('sums investments over the years and names the dearest year of what is needed yearly', () => {
    const needs = [
      { year: 2026, kind: 'capital', direction: 'expense', amountCents: 100 },
      { year: 2027, kind: 'capital', direction: 'expense', amountCents: 200 },
      { year: 2026, kind: 'operating', direction: 'expense', amountCents: 10 },
      { year: 2027, kind: 'operating', direction: 'expense', amountCents: 30 },
      { year: 2027, kind: 'operating', direction: 'revenue', amountCents: 5 },
    ] as const;
    expect(sheetOfProjects([aProject({ needs }), aProject({ needs: needs.slice(3, 4) })])).toMatchObject({
      investment: true,
      operating: true,
      totalCostsCents: 300,
      annualCostsCents: 60,
      totalReceiptsCents: null,
      annualIncomeCents: 5,
    });
  });

  it('says yes as soon as one project does, and no only when all do', () => {
    const yes = aProject({ financialEffects: true, co2Effect: 'positive', iqRelevant: true });
    const no = aProject({ financialEffects: false, co2Effect: 'none', iqRelevant: false });
    expect(sheetOfProjects([yes, no])).toMatchObject({
      financialEffects: true,
      co2Relevant: true,
      iqRelevant: true,
    });
    expect(sheetOfProjects([no, no])).toMatchObject({
      financialEffects: false,
      co2Relevant: false,
      iqRelevant: false,
    });
    expect(sheetOfProjects([no, aProject()])).toMatchObject({ financialEffects: null, co2Relevant: null });
  });

  it('leaves the direction open where projects differ, and takes the larger extent', () => {
    const up = aProject({ co2Effect: 'positive', co2Magnitude: 'minor', co2Reason: 'Weniger Papier' });
    const down = aProject({ title: 'Rechenzentrum', co2Effect: 'negative', co2Magnitude: 'considerable' });
    expect(sheetOfProjects([up, down])).toMatchObject({ co2Effect: null, co2Magnitude: 'considerable' });
    expect(sheetOfProjects([up])).toMatchObject({ co2Effect: 'positive', co2Reason: 'Weniger Papier' });
    expect(sheetOfProjects([up, down]).co2Reason).toBe('E-Akte: Weniger Papier');
  });

  it('is partly budgeted when some projects are and others are not', () => {
    const [full, none] = [
      aProject({ declaredBudgetState: 'full' }),
      aProject({ declaredBudgetState: 'none' }),
    ];
    expect(sheetOfProjects([full, none]).financing).toBe('partial');
    expect(sheetOfProjects([full, aProject()]).financing).toBe('full');
  });

  it('ticks the kinds of counter-funding that have money, with their explanations', () => {
    const project = aProject({
      counterFundings: [
        { source: 'reallocation', amountCents: 100, explanation: 'Aus dem Dezernat' },
        { source: 'discontinued-tasks', amountCents: 0, explanation: '' },
      ],
    });
    expect(sheetOfProjects([project])).toMatchObject({
      reallocation: true,
      discontinuedTasks: null,
      additionalRevenue: null,
      counterFundingNote: 'Aus dem Dezernat',
    });
  });

  it('names the corridor themes once each, with the remark', () => {
    const project = aProject({
      corridorThemes: ['Moderne Verwaltung', 'Grüne Stadt'],
      iqNote: 'Leitprojekt',
    });
    expect(sheetOfProjects([project, project]).corridorTheme).toBe(
      'Moderne Verwaltung, Grüne Stadt; Leitprojekt',
    );
  });
});
