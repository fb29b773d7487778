import { CHANGE_DIRECTIONS, DIFFERENCE_KINDS, MONEY_FIELDS } from './comparison.enums.js';
import { countKinds, differenceOf, type FieldChange, type ProjectFacts } from './difference.rules.js';
import { shownLight } from './light.rules.js';

const PRINCIPLE = { key: 'openness', title: { de: 'Offenheit', en: 'Openness' } };

type Changes = Partial<Omit<ProjectFacts, 'plain'>> & { plain?: Partial<ProjectFacts['plain']> };

/** A project on its way; sets only what the test is about. */
function facts(changes: Changes = {}): ProjectFacts {
  const { plain, money, ...rest } = changes;
  return {
    id: 'p1',
    number: 'DA-2022-001',
    title: 'Portal',
    light: 'green',
    agendas: ['Digitale Agenda 2022'],
    milestones: [],
    scores: [],
    ...rest,
    plain: {
      phase: 'in-progress',
      expectedEnd: '2026-06-30',
      summary: '',
      ...plain,
    } as ProjectFacts['plain'],
    money: { ...noMoney(), ...money },
  };
}

const noMoney = (): ProjectFacts['money'] =>
  Object.fromEntries(MONEY_FIELDS.map((field) => [field, 0])) as ProjectFacts['money'];

const kinds = (before: ProjectFacts | null, after: ProjectFacts | null): string[] =>
  differenceOf(before, after)?.kinds ?? [];
const score = (value: number | 'not-applicable', voice: 'self' | 'review' = 'self') => [
  { principleId: 'd1', principle: PRINCIPLE, voice, score: value },
];
const milestone = (expectedOn: string) => [{ id: 'm1', title: 'Vergabe', expectedOn, actualOn: null }];

describe('the difference of a project at two moments', () => {
  it('is no higher cost where something is forecast for the first time, or no more', () => {
    const forecast = facts({ money: { ...noMoney(), forecastCapitalCents: 88_000_00 } });
    for (const [before, after] of [
      [facts(), forecast],
      [forecast, facts()],
    ] as const) {
      const difference = differenceOf(before, after);
      expect(difference?.kinds).toEqual(['changed']);
      expect(difference?.changes).toMatchObject([{ field: 'forecastCapitalCents', direction: 'neutral' }]);
    }
    expect(differenceOf(facts(), forecast)?.changes[0]?.before).toBeNull();
  });

  it('is none while nothing is different', () => {
    expect(differenceOf(facts(), facts())).toBeNull();
    expect(differenceOf(null, null)).toBeNull();
  });

  it.each([
    ['came', null, facts()],
    ['went', facts(), null],
    ['came', facts({ agendas: [] }), facts()],
    ['went', facts(), facts({ agendas: [] })],
    ['went', facts(), facts({ plain: { phase: 'cancelled' } })],
    ['came', facts({ plain: { phase: 'cancelled' } }), facts()],
    ['phase', facts(), facts({ plain: { phase: 'rollout' } })],
    ['turned', facts(), facts({ light: 'red' })],
    ['turned', facts(), facts({ light: 'overdue' })],
    ['slipped', facts(), facts({ plain: { expectedEnd: '2026-07-01' } })],
    [
      'slipped',
      facts({ milestones: milestone('2026-01-01') }),
      facts({ milestones: milestone('2026-02-01') }),
    ],
    ['costs-more', facts(), facts({ money: { ...noMoney(), needCapitalCents: 1 } })],
    [
      'costs-less',
      facts({ money: { ...noMoney(), forecastOperatingCents: 5 } }),
      facts({ money: { ...noMoney(), forecastOperatingCents: 4 } }),
    ],
    ['changed', facts(), facts({ money: { ...noMoney(), forecastOperatingCents: 5 } })],
    ['re-scored', facts({ scores: score(2) }), facts({ scores: score(3) })],
    ['re-scored', facts({ scores: score(2, 'review') }), facts()],
    ['changed', facts(), facts({ plain: { summary: 'Neu' } })],
    ['changed', facts(), facts({ plain: { expectedEnd: '2026-05-31' } })],
  ])('is of the kind %s', (kind, before, after) => {
    expect(kinds(before, after)).toContain(kind);
  });

  it('keeps a project visible that was cancelled, with both its phases', () => {
    expect(differenceOf(facts(), facts({ plain: { phase: 'cancelled' } }))).toEqual({
      project: { id: 'p1', number: 'DA-2022-001', title: 'Portal' },
      kinds: ['went', 'phase'],
      changes: [
        {
          field: 'phase',
          part: null,
          before: 'in-progress',
          after: 'cancelled',
          unit: 'phase',
          direction: 'worse',
        },
      ],
    });
  });

  it('does not call it worse when a project asks for help', () => {
    const change = differenceOf(
      facts({ plain: { helpWanted: 'no' } }),
      facts({ plain: { helpWanted: 'yes' } }),
    );
    expect(change?.changes).toMatchObject([{ field: 'helpWanted', direction: 'neutral' }]);
  });

  it('never nets operating and capital money out', () => {
    const before = facts({ money: { ...noMoney(), needOperatingCents: 100, needCapitalCents: 0 } });
    const after = facts({ money: { ...noMoney(), needOperatingCents: 0, needCapitalCents: 100 } });
    expect(kinds(before, after)).toEqual(['costs-more', 'costs-less']);
  });

  it('keeps the two voices of one principle apart', () => {
    const before = facts({ scores: [...score(2), ...score(1, 'review')] });
    const after = facts({ scores: [...score(2), ...score('not-applicable', 'review')] });
    expect(differenceOf(before, after)?.changes).toEqual([
      {
        field: 'score-review',
        part: PRINCIPLE,
        before: 1,
        after: 'not-applicable',
        unit: 'score',
        direction: 'neutral',
      },
    ]);
  });

  it('counts a project once per kind', () => {
    const difference = differenceOf(facts(), facts({ light: 'red', plain: { phase: 'rollout' } }));
    const counts = countKinds(difference === null ? [] : [difference, difference]);
    expect(counts).toMatchObject({ turned: 2, phase: 2, came: 0 });
  });

  it('shows a status that is overdue as overdue, whatever was reported', () => {
    expect([shownLight('green', true), shownLight('green', false), shownLight(null, false)]).toEqual([
      'overdue',
      'green',
      'none',
    ]);
  });
});

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function anyFacts(next: (below: number) => number): ProjectFacts | null {
  const one = <T>(values: readonly T[]): T => values[next(values.length)] as T;
  const day = (): string => `2026-0${next(9) + 1}-1${next(10)}`;
  if (next(10) === 0) return null;
  return facts({
    light: one(['green', 'amber', 'red', 'overdue', 'none']),
    agendas: one([[], ['A'], ['A', 'B'], ['B', 'A']]),
    plain: {
      phase: one(['idea', 'approved', 'in-progress', 'paused', 'cancelled', 'completed']),
      expectedEnd: one([null, day()]),
      helpWanted: one([null, 'yes', 'no']),
      summary: one(['', 'Ä', 'ü']),
      openRisks: next(3),
      selfScore: one([null, 50, 62.5]),
    },
    money: {
      ...noMoney(),
      needCapitalCents: next(3),
      gapCapitalCents: next(3),
      forecastOperatingCents: next(2),
    },
    milestones: one([[], milestone(day())]),
    scores: one([[], score(next(5)), score('not-applicable'), [...score(next(5)), ...score(1, 'review')]]),
  });
}

const OPPOSITE = { better: 'worse', worse: 'better', neutral: 'neutral' } as const;
const mirrored = (change: FieldChange): FieldChange => ({
  ...change,
  before: change.after,
  after: change.before,
  direction: OPPOSITE[change.direction],
});

describe('a comparison of any two states', () => {
  const next = numbers(20_220_222);
  const pairs = Array.from({ length: 2_000 }, () => [anyFacts(next), anyFacts(next)] as const);

  it('finds nothing between a state and itself', () => {
    for (const [state] of pairs) expect(differenceOf(state, structuredClone(state))).toBeNull();
  });

  it('read backwards has the same changes the other way round', () => {
    for (const [before, after] of pairs) {
      const forwards = differenceOf(before, after);
      const backwards = differenceOf(after, before);
      expect(backwards?.changes).toEqual(forwards?.changes.map(mirrored));
      for (const [kind, opposite] of [
        ['came', 'went'],
        ['costs-more', 'costs-less'],
        ['phase', 'phase'],
        ['turned', 'turned'],
        ['re-scored', 're-scored'],
      ] as const) {
        expect([kind, backwards?.kinds.includes(opposite)]).toEqual([kind, forwards?.kinds.includes(kind)]);
      }
    }
  });

  it('meets every kind and direction', () => {
    const found = pairs.map(([before, after]) => differenceOf(before, after)).filter((one) => one !== null);
    expect(Object.values(countKinds(found)).every((count) => count > 0)).toBe(true);
    expect(Object.keys(countKinds(found))).toEqual([...DIFFERENCE_KINDS]);
    const directions = new Set(found.flatMap(({ changes }) => changes.map(({ direction }) => direction)));
    expect([...directions].sort()).toEqual([...CHANGE_DIRECTIONS].sort());
  });
});
