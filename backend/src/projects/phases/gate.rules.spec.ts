import fc from 'fast-check';
import { GATE_PIECES } from './gate.enums.js';
import { type GateFacts, missingAtGate } from './gate.rules.js';

const complete: GateFacts = {
  officeId: 'office',
  co2Effect: 'none',
  co2Reason: 'Software only',
  declaredBudgetState: 'none',
  selfSettled: 9,
  principleCount: 9,
};

describe('the gate', () => {
  it('is passed with everything it asks for', () => {
    expect(missingAtGate(complete)).toEqual([]);
  });

  it('needs the self-assessment settled, nine of nine', () => {
    expect(missingAtGate({ ...complete, selfSettled: 8 })).toEqual(['self-assessment']);
  });

  it('needs CO₂ relevance stated', () => {
    expect(missingAtGate({ ...complete, co2Effect: null })).toEqual(['co2']);
  });

  it.each([null, '', '  '])('needs CO₂ relevance stated with a reason, and %j is none', (co2Reason) => {
    expect(missingAtGate({ ...complete, co2Reason })).toEqual(['co2']);
  });

  it('takes CO₂ relevance without a direction, as real papers have it', () => {
    expect(missingAtGate({ ...complete, co2Effect: 'undirected' })).toEqual([]);
  });

  it('needs the budget state declared, whatever it is', () => {
    expect(missingAtGate({ ...complete, declaredBudgetState: null })).toEqual(['budget-state']);
    for (const declaredBudgetState of ['full', 'partial', 'none'] as const) {
      expect(missingAtGate({ ...complete, declaredBudgetState })).toEqual([]);
    }
  });

  it('needs a responsible office', () => {
    expect(missingAtGate({ ...complete, officeId: null })).toEqual(['office']);
  });

  it('names every missing piece at once', () => {
    const nothing: GateFacts = {
      officeId: null,
      co2Effect: null,
      co2Reason: null,
      declaredBudgetState: null,
      selfSettled: 0,
      principleCount: 9,
    };
    expect(missingAtGate(nothing)).toEqual([...GATE_PIECES]);
  });

  it('misses each piece for itself', () => {
    const lacks: Record<(typeof GATE_PIECES)[number], Partial<GateFacts>> = {
      'self-assessment': { selfSettled: 3 },
      co2: { co2Effect: null },
      'budget-state': { declaredBudgetState: null },
      office: { officeId: null },
    };
    fc.assert(
      fc.property(fc.subarray([...GATE_PIECES]), (pieces) => {
        const facts = pieces.reduce((given, piece) => ({ ...given, ...lacks[piece] }), complete);
        expect(missingAtGate(facts)).toEqual(pieces);
      }),
    );
  });
});
