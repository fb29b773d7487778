import fc from 'fast-check';
import { BUDGET_KINDS, DIRECTIONS } from './budget.enums.js';
import { comparedPlans, type PlannedAmount } from './plan-versions.rules.js';

const anAmount = (changes: Partial<PlannedAmount> = {}): PlannedAmount => ({
  projectId: 'a',
  number: 'DA-2026-001',
  title: 'A',
  kind: 'operating',
  year: 2026,
  direction: 'expense',
  cents: 100,
  ...changes,
});
const amount = fc.record({
  projectId: fc.constantFrom('a', 'b', 'c'),
  number: fc.constant('DA-2026-001'),
  title: fc.constant('A'),
  kind: fc.constantFrom(...BUDGET_KINDS),
  year: fc.integer({ min: 2026, max: 2027 }),
  direction: fc.constantFrom(...DIRECTIONS),
  cents: fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 }),
});
const plan = fc.array(amount, { maxLength: 8 });

describe('two versions of a plan', () => {
  it('show what came, went and changed, and how many projects stay as they were', () => {
    const compared = comparedPlans(
      [anAmount(), anAmount({ projectId: 'b', number: 'DA-2026-002' })],
      [
        anAmount({ cents: 250, title: 'A, renamed' }),
        anAmount({ projectId: 'b', number: 'DA-2026-002' }),
        anAmount({ projectId: 'c', number: 'DA-2026-003', direction: 'revenue', cents: 7 }),
      ],
    );
    expect(compared.items).toEqual([
      expect.objectContaining({
        title: 'A, renamed',
        beforeCents: 100,
        afterCents: 250,
        differenceCents: 150,
      }),
      expect.objectContaining({ projectId: 'c', direction: 'revenue', beforeCents: 0, differenceCents: 7 }),
    ]);
    expect(compared.unchangedProjects).toBe(1);
    expect(compared.sums).toEqual([
      expect.objectContaining({ direction: 'expense', beforeCents: 200, afterCents: 350 }),
      expect.objectContaining({ direction: 'revenue', beforeCents: 0, afterCents: 7 }),
    ]);
  });

  it('sum to the cent what their lines sum to, apart by kind, year and direction', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const { sums, items } = comparedPlans(before, after);
        for (const sum of sums) {
          const isOf = (one: { kind: string; year: number; direction: string }): boolean =>
            one.kind === sum.kind && one.year === sum.year && one.direction === sum.direction;
          const total = (all: readonly PlannedAmount[]): number =>
            all.filter(isOf).reduce((cents, one) => cents + one.cents, 0);
          expect(sum.beforeCents).toBe(total(before));
          expect(sum.afterCents).toBe(total(after));
          expect(items.filter(isOf).reduce((cents, one) => cents + one.differenceCents, 0)).toBe(
            sum.differenceCents,
          );
        }
      }),
    );
  });
});
