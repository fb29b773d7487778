import { type FindingFacts, findingsOf } from './findings.rules.js';

const settled: FindingFacts = {
  phase: 'in-progress',
  pausedFrom: null,
  agendaCount: 1,
  officeId: 'office',
  co2Effect: 'positive',
  co2Reason: 'Fewer journeys',
  co2Optimisation: null,
  declaredBudgetState: 'full',
  derivedBudgetState: 'full',
  financialEffects: true,
  selfSettled: 9,
  principleCount: 9,
  baselineStart: '2026-01-01',
  baselineEnd: '2026-12-31',
  approvedStart: null,
  approvedEnd: '2026-12-31',
  expectedStart: '2026-01-01',
  expectedEnd: '2027-03-31',
  iqRelevant: true,
  corridorThemeCount: 1,
};
const found = (facts: Partial<FindingFacts>): string[] => findingsOf({ ...settled, ...facts });

describe('warn, do not block', () => {
  it('finds nothing where nothing is contradictory', () => {
    expect(found({})).toEqual([]);
  });

  it('what comes by import or load keeps its phase and gets the finding gate-open', () => {
    expect(found({ selfSettled: 0, agendaCount: 0 })).toEqual(['gate-open']);
    expect(found({ selfSettled: 0, agendaCount: 0, phase: 'paused', pausedFrom: 'rollout' })).toEqual([
      'gate-open',
    ]);
  });

  it('what comes by import or load keeps its agenda and gets the finding gate-open', () => {
    expect(found({ officeId: null, phase: 'idea' })).toEqual(['gate-open']);
  });

  it('finds no open gate at an idea that no agenda names, nor at what was cancelled', () => {
    expect(found({ officeId: null, phase: 'idea', agendaCount: 0 })).toEqual([]);
    expect(found({ officeId: null, phase: 'cancelled' })).toEqual([]);
  });

  it('"relevant" without a direction is accepted, with a finding', () => {
    expect(found({ co2Effect: 'undirected' })).toEqual(['co2-undirected']);
  });

  it('a negative effect asks for an optimisation note', () => {
    expect(found({ co2Effect: 'negative', co2Optimisation: ' ' })).toEqual([
      'co2-negative-without-optimisation',
    ]);
    expect(found({ co2Effect: 'negative', co2Optimisation: 'Runs at night' })).toEqual([]);
  });

  it('disagreement of declared and derived budget state is shown', () => {
    expect(found({ derivedBudgetState: 'partial' })).toEqual(['budget-declared-differs-from-derived']);
    expect(found({ derivedBudgetState: 'unknown' })).toEqual([]);
    expect(found({ declaredBudgetState: null, phase: 'idea', agendaCount: 0 })).toEqual([]);
  });

  it('"no financial effects" together with "partly budgeted" is legal and found', () => {
    expect(
      found({ financialEffects: false, declaredBudgetState: 'partial', derivedBudgetState: 'unknown' }),
    ).toEqual(['no-financial-effects-but-budgeted']);
    expect(
      found({ financialEffects: false, declaredBudgetState: 'none', derivedBudgetState: 'unknown' }),
    ).toEqual([]);
    expect(found({ financialEffects: null })).toEqual([]);
  });

  it('an end before the start is found, in promise, approval and expectation', () => {
    expect(found({ baselineEnd: '2025-12-31' })).toEqual(['end-before-start']);
    expect(found({ approvedStart: '2027-01-01' })).toEqual(['end-before-start']);
    expect(found({ expectedStart: '2027-04-01' })).toEqual(['end-before-start']);
    expect(found({ expectedStart: '2027-03-31' })).toEqual([]);
    expect(found({ expectedStart: null })).toEqual([]);
  });

  it('IQ relevance without a corridor theme is found', () => {
    expect(found({ corridorThemeCount: 0 })).toEqual(['iq-without-theme']);
    expect(found({ corridorThemeCount: 0, iqRelevant: null })).toEqual([]);
  });
});
