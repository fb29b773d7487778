import { Selections } from '../../backend/src/scenarios/selection/selections.js';
import { isAllowed, type SelectionProblem } from '../../backend/src/scenarios/selection/problem.rules.js';

/** Worth follows cost so closely that next to nothing can be ruled out early: no proof in any time that a test has. */
function aHardProblem(): SelectionProblem {
  let seed = 20261126;
  const random = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
  const items = Array.from({ length: 400 }, () => {
    const costs = Array.from({ length: 10 }, () => 1_000_000 + random(9_000_000));
    return { worth: Math.round(costs.reduce((sum, cents) => sum + cents, 0) / 100_000) + 50, costs };
  });
  const ceilings = Array.from({ length: 10 }, (_, row) =>
    Math.floor(items.reduce((sum, { costs }) => sum + (costs[row] ?? 0), 0) * 0.3),
  );
  return { items, ceilings, needs: [[0, 1]], groups: [[2, 3]], must: [4], out: [5] };
}

const easy: SelectionProblem = {
  items: [
    { worth: 2, costs: [60] },
    { worth: 3, costs: [50] },
  ],
  ceilings: [100],
  needs: [],
  groups: [],
  must: [],
  out: [],
};

describe('a computation that takes long', () => {
  let selections: Selections;
  beforeEach(() => {
    selections = new Selections();
  });
  afterEach(() => selections.onModuleDestroy());

  it('ends in time with the best that it found, which keeps everything and is not called proven', async () => {
    Object.assign(selections.limits, { seconds: 1 });
    const problem = aHardProblem();
    const { chosen, isBest, isUnique } = await selections.best(problem);
    expect([isBest, isUnique]).toEqual([false, false]);
    expect(isAllowed(problem, new Set(chosen))).toBe(true);
    expect(chosen.length).toBeGreaterThan(50);
  });

  it('is given up when the solver does not come back, and the next one is computed all the same', async () => {
    Object.assign(selections.limits, { seconds: 5, graceSeconds: -4.5 });
    await expect(selections.best(aHardProblem())).rejects.toMatchObject({
      status: 503,
      code: 'scenario.solver-too-slow',
    });
    Object.assign(selections.limits, { seconds: 20, graceSeconds: 5 });
    expect(await selections.best(easy)).toEqual({ chosen: [1], isBest: true, isUnique: true });
  });

  it('has one other waiting, and no more', async () => {
    Object.assign(selections.limits, { seconds: 1 });
    const both = [selections.best(aHardProblem()), selections.best(easy)];
    await expect(selections.best(easy)).rejects.toMatchObject({ code: 'scenario.solver-busy' });
    expect((await Promise.all(both)).map(({ isBest }) => isBest)).toEqual([false, true]);
    expect(await selections.best(easy)).toMatchObject({ isBest: true });
  });

  it('ends at once when the server stops, and so does what waits for it', async () => {
    const stopped = [selections.best(aHardProblem()), selections.best(easy)].map((turn) =>
      turn.catch((error: unknown) => error),
    );
    await new Promise((running) => setTimeout(running, 500));
    const begin = Date.now();
    await selections.onModuleDestroy();
    expect(await Promise.all(stopped)).toMatchObject([
      { code: 'scenario.solver-stopped' },
      { code: 'scenario.solver-stopped' },
    ]);
    expect(Date.now() - begin).toBeLessThan(2000);
    await expect(selections.best(easy)).rejects.toMatchObject({ code: 'scenario.solver-stopped' });
  });
});
