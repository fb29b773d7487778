import fc from 'fast-check';
import { type Phase, PHASES } from '../project.enums.js';
import {
  datesAtApproval,
  isBeyondGate,
  nextPhases,
  PHASE_TRANSITIONS,
  RUNNING_PHASES,
} from './phase.rules.js';

const after = (phase: Phase, pausedFrom: Phase | null = null): Phase[] =>
  nextPhases({ phase, pausedFrom }).map(({ to }) => to);

describe('the phases of a project', () => {
  it('go idea → proposal → approved → in-progress → rollout → completed', () => {
    const way: Phase[] = ['idea'];
    for (let phase: Phase | undefined = 'idea'; phase !== undefined; phase = way.at(-1)) {
      const onward: Phase | undefined = after(phase).find((to) => to !== 'paused' && to !== 'cancelled');
      if (onward === undefined) break;
      way.push(onward);
    }
    expect(way).toEqual(['idea', 'proposal', 'approved', 'in-progress', 'rollout', 'completed']);
  });

  it('leave none out and never go back', () => {
    const onward = PHASE_TRANSITIONS.filter(({ to }) => to !== 'paused' && to !== 'cancelled');
    for (const { from, to } of onward) expect(PHASES.indexOf(to)).toBe(PHASES.indexOf(from) + 1);
  });

  it.each(RUNNING_PHASES)('allow a pause and the end from %s, with a reason', (phase) => {
    for (const to of ['paused', 'cancelled']) {
      expect(nextPhases({ phase, pausedFrom: null })).toContainEqual({ to, needs: ['reason'] });
    }
  });

  it.each(['completed', 'cancelled'] as const)('end with %s', (phase) => {
    expect(after(phase)).toEqual([]);
  });

  it.each(RUNNING_PHASES)('return from a pause to where the project came from: %s', (pausedFrom) => {
    expect(after('paused', pausedFrom)).toEqual([pausedFrom, 'cancelled']);
  });

  it('ask for the gate when a project goes forward from proposal, and nowhere else', () => {
    expect(PHASE_TRANSITIONS.filter(({ needs }) => needs.includes('gate'))).toEqual([
      { from: 'proposal', to: 'approved', needs: ['gate'] },
    ]);
  });

  it('ask for no gate when a project is cancelled', () => {
    const cancelling = PHASE_TRANSITIONS.filter(({ to }) => to === 'cancelled');
    expect(cancelling.every(({ needs }) => needs.join() === 'reason')).toBe(true);
  });

  it('lie beyond the gate from approved on, paused or not', () => {
    const beyond = PHASES.filter((phase) => isBeyondGate({ phase, pausedFrom: null }));
    expect(beyond).toEqual(['approved', 'in-progress', 'rollout', 'completed']);
    expect(isBeyondGate({ phase: 'paused', pausedFrom: 'rollout' })).toBe(true);
    expect(isBeyondGate({ phase: 'paused', pausedFrom: 'proposal' })).toBe(false);
  });
});

describe('the dates of a project keep their past', () => {
  const day = fc.option(
    fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  );
  const dates = fc.record({ baselineStart: day, baselineEnd: day, expectedStart: day, expectedEnd: day });

  it('approval approves what is expected', () => {
    fc.assert(
      fc.property(dates, (given) => {
        const { approvedStart, approvedEnd } = datesAtApproval(given);
        return approvedStart === given.expectedStart && approvedEnd === given.expectedEnd;
      }),
    );
  });

  it('a baseline is set once and never overwritten by approval', () => {
    fc.assert(
      fc.property(dates, (given) => {
        const { baselineStart, baselineEnd } = datesAtApproval(given);
        return (
          baselineStart === (given.baselineStart ?? given.expectedStart) &&
          baselineEnd === (given.baselineEnd ?? given.expectedEnd)
        );
      }),
    );
  });
});
