import type { Scenario } from '../scenarios';
import { bodyOf, draftOf, sameTerms, withChoice } from './terms-draft';

const scenario = {
  budget: { yearFrom: 2026, yearTo: 2027 },
  ceilings: [
    { year: 2026, kind: 'operating', ceilingCents: 100 },
    { year: 2028, kind: 'capital', ceilingCents: 5 },
  ],
  phases: ['approved', 'idea'],
  scoreWeight: 3,
  benefitWeight: 1,
  assumedScore: 25,
  excludesConflicts: true,
  choices: [{ projectId: 'gone', standing: 'must', benefit: 4, isAdded: false }],
  groups: [{ title: 'Nur eines', projectIds: ['a', 'b'] }],
} as unknown as Scenario;

describe('the terms of a scenario', () => {
  it('are sent with every year and kind, and with what is said of projects that are out of sight', () => {
    const body = bodyOf(draftOf(scenario), 2026);
    expect(body.ceilings).toHaveLength(6);
    expect(body.ceilings).toContainEqual({ year: 2026, kind: 'operating', ceilingCents: 100 });
    expect(body.ceilings).toContainEqual({ year: 2027, kind: 'capital', ceilingCents: 0 });
    expect(body.choices).toEqual([{ projectId: 'gone', standing: 'must', benefit: 4, isAdded: false }]);
  });

  it('are the same however they were put together, until one of them is another', () => {
    const [one, other] = [draftOf(scenario), draftOf(scenario)];
    one.phases.reverse();
    one.ceilings['2027 operating'] = null;
    expect(sameTerms(one, other, 2026)).toBe(true);
    one.ceilings['2027 operating'] = 1;
    expect(sameTerms(one, other, 2026)).toBe(false);
  });

  it('say nothing of a project that is as usual', () => {
    const must = withChoice({}, 'a', { standing: 'must' });
    expect(must).toEqual({ a: { standing: 'must', benefit: 2, isAdded: false } });
    expect(withChoice(must, 'a', { standing: 'free' })).toEqual({});
  });
});
