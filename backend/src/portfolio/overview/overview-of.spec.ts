import fc from 'fast-check';
import { overviewContext, overviewOf } from './overview-of.js';
import type { ProjectParts, ReportPart } from './project-parts.js';

const FIELD = 'field-1';
const PRINCIPLES = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9'];
const context = overviewContext([
  ...PRINCIPLES.map((principleId) => ({ actionFieldId: FIELD, principleId, weight: 1 })),
  { actionFieldId: 'field-of-an-older-edition', principleId: 'old', weight: 1 },
]);

function aProject(
  changes: Partial<Omit<ProjectParts, 'project'>> & { project?: Partial<ProjectParts['project']> } = {},
) {
  const parts: ProjectParts = {
    furtherActionFieldIds: [],
    agendaEntries: [],
    themeCount: 0,
    tags: [],
    personIds: [],
    scores: [],
    reports: [],
    milestones: [],
    risks: [],
    needs: [],
    lines: [],
    counterFundings: [],
    ...changes,
    project: {
      id: 'project',
      number: 'DA-2026-001',
      title: 'Vorhaben',
      summary: '',
      phase: 'in-progress',
      phaseSince: '2026-01-15',
      pausedFrom: null,
      officeId: 'office',
      primaryActionFieldId: FIELD,
      baselineStart: null,
      baselineEnd: null,
      approvedStart: null,
      approvedEnd: null,
      expectedStart: null,
      expectedEnd: null,
      endMoves: 0,
      co2Effect: 'none',
      co2Magnitude: null,
      co2Reason: 'läuft auf vorhandenen Geräten',
      co2Optimisation: null,
      iqRelevant: false,
      financialEffects: true,
      declaredBudgetState: null,
      visibility: 'internal',
      origin: 'entered',
      ...changes.project,
    },
  };
  return overviewOf(parts, context);
}

function aReport(publishedAt: string, changes: Partial<ReportPart> = {}): ReportPart {
  return {
    id: publishedAt,
    correctsId: null,
    reportedOn: publishedAt.slice(0, 10),
    publishedAt,
    lightOverall: 'green',
    lightSchedule: 'green',
    lightCost: 'green',
    lightScope: 'green',
    lightResources: 'green',
    progressPercent: 10,
    helpWanted: null,
    ...changes,
  };
}

const selfScores = (...scores: (number | null)[]): ProjectParts['scores'] =>
  scores.map((score, index) => ({ principleId: PRINCIPLES[index] ?? '', voice: 'self', score }));

describe('the check grid in the overview of a project', () => {
  it('has no score, and no 0, while nothing is assessed', () => {
    expect(aProject()).toMatchObject({
      selfScore: null,
      selfSettled: 0,
      principleCount: 9,
      reviewScore: null,
    });
  });

  it('counts not applicable as settled, but not as scored', () => {
    expect(aProject({ scores: selfScores(4, null, 2) })).toMatchObject({
      selfScore: 75,
      selfSettled: 3,
      selfScored: 2,
    });
  });

  it('counts conflicts and differing voices', () => {
    const scores = [...selfScores(0, 4, 3), { principleId: 'p2', voice: 'review' as const, score: 2 }];
    expect(aProject({ scores })).toMatchObject({
      selfConflicts: 1,
      reviewConflicts: 0,
      voiceDifferences: 1,
      reviewSettled: 1,
    });
  });

  it('leaves out scores of another strategy edition', () => {
    expect(aProject({ scores: [{ principleId: 'old', voice: 'self', score: 4 }] })).toMatchObject({
      selfScore: null,
    });
  });
});

describe('the status in the overview of a project', () => {
  it('counts its age from the entry into the phase before the first report', () => {
    expect(aProject()).toMatchObject({
      light: null,
      lightRank: 0,
      reportCount: 0,
      rhythmSince: '2026-01-15',
      lightHistory: [],
      lightHistoryOn: [],
    });
  });

  it('is that of the last report, with the last six lights, the newest last', () => {
    const lights = ['red', 'red', 'amber', 'green', 'amber', 'red', 'amber'] as const;
    const reports = lights.map((lightOverall, index) =>
      aReport(`2026-0${index + 1}-10T09:00:00Z`, { lightOverall }),
    );
    expect(aProject({ reports })).toMatchObject({
      light: 'amber',
      lightRank: 2,
      lightHistory: ['red', 'amber', 'green', 'amber', 'red', 'amber'],
      lightHistoryOn: [2, 3, 4, 5, 6, 7].map((month) => `2026-0${month}-10`),
      reportedOn: '2026-07-10',
      reportCount: 7,
    });
  });

  it('counts the day of publication in Berlin', () => {
    expect(aProject({ reports: [aReport('2026-03-31T22:30:00.000001Z')] }).rhythmSince).toBe('2026-04-01');
  });

  it('replaces a report by its correction', () => {
    const wrong = aReport('2026-02-01T09:00:00Z', { lightOverall: 'green' });
    const right = aReport('2026-02-02T09:00:00Z', { lightOverall: 'red', correctsId: wrong.id });
    expect(aProject({ reports: [wrong, right] })).toMatchObject({
      light: 'red',
      lightHistory: ['red'],
      reportCount: 2,
    });
  });
});

describe('money and dates in the overview of a project', () => {
  const lines: ProjectParts['lines'] = [
    {
      year: 2026,
      kind: 'capital',
      direction: 'expense',
      stage: 'adopted',
      appropriationCents: 900,
      amendmentsCents: -100,
      carryOverCents: 50,
      actualCents: 300,
      forecastCents: null,
    },
  ];

  it('sums operating and capital apart and leaves revenue out', () => {
    const needs: ProjectParts['needs'] = [
      { year: 2026, kind: 'capital', direction: 'expense', amountCents: 1000 },
      { year: 2027, kind: 'operating', direction: 'expense', amountCents: 70 },
      { year: 2026, kind: 'capital', direction: 'revenue', amountCents: 5000 },
    ];
    expect(aProject({ needs, lines })).toMatchObject({
      needCapitalCents: 1000,
      needOperatingCents: 70,
      securedCapitalCents: 850,
      securedOperatingCents: 0,
      gapCapitalCents: 150,
      gapOperatingCents: 70,
      actualCapitalCents: 300,
      actualOperatingCents: 0,
      forecastCapitalCents: 0,
      derivedBudgetState: 'partial',
    });
  });

  it('keeps by how much the end slipped, also when it came nearer', () => {
    const project = { baselineEnd: '2026-06-30', expectedEnd: '2026-09-30', endMoves: 2 };
    expect(aProject({ project })).toMatchObject({ slipDays: 92, endMoves: 2 });
    expect(aProject({ project: { ...project, expectedEnd: '2026-06-01' } }).slipDays).toBe(-29);
    expect(aProject({ project: { ...project, baselineEnd: null } }).slipDays).toBeNull();
  });

  it('names the next milestone that is not reached, and counts risks that are not closed', () => {
    const milestones = [
      { expectedOn: '2026-03-01', actualOn: '2026-03-02' },
      { expectedOn: '2026-09-01', actualOn: null },
      { expectedOn: '2026-06-01', actualOn: null },
    ];
    const risks = [
      { probability: 5, impact: 5, state: 'closed' as const },
      { probability: 5, impact: 4, state: 'open' as const },
      { probability: 1, impact: 1, state: 'occurred' as const },
    ];
    expect(aProject({ milestones, risks })).toMatchObject({
      nextMilestoneOn: '2026-06-01',
      openRisks: 2,
      highRisks: 1,
    });
  });
});

describe('the overview of a project', () => {
  it('is the same in whatever order its parts come', () => {
    const reports = [1, 2, 3, 4].map((month) =>
      aReport(`2026-0${month}-01T10:00:00Z`, { progressPercent: month }),
    );
    const tags = ['cloud', 'äußeres', 'Barrierefreiheit'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(reports, { minLength: 4 }),
        fc.shuffledSubarray(tags, { minLength: 3 }),
        (shuffled, mixed) => {
          expect(aProject({ reports: shuffled, tags: mixed, personIds: mixed })).toEqual(
            aProject({ reports, tags, personIds: tags }),
          );
        },
      ),
    );
  });
});
