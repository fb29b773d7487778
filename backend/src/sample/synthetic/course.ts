import type { Random } from '../random.js';
import type { MilestoneStory, Phase, PhaseStep, ReportStory, Story } from '../story.js';
import { BLOCKERS, CANCEL_REASON, MILESTONES, MOVE_REASONS, PAUSE_REASON, STEPS, WORSE } from './texts.js';

const PHASES: readonly (readonly [Phase, number])[] = [
  ['idea', 8],
  ['proposal', 18],
  ['approved', 30],
  ['in-progress', 65],
  ['rollout', 77],
  ['completed', 90],
  ['paused', 95],
  ['cancelled', 100],
];
const REPORTS = 6;

/** The phase that a synthetic project has today. */
export function phaseToday(random: Random): Phase {
  const drawn = random.between(1, 100);
  return PHASES.find(([, upTo]) => drawn <= upTo)?.[0] ?? 'in-progress';
}

/** Phases, schedule, reports and milestones of a synthetic project that enters the tracker on the day `takeover`. */
export function courseOf(
  random: Random,
  phase: Phase,
  takeover: number,
): Pick<Story, 'phases' | 'schedule' | 'reports' | 'milestones'> {
  const hasStarted = phase !== 'idea' && phase !== 'proposal';
  const days = hasStarted ? reportDays(random, phase, takeover) : [];
  const start = hasStarted ? takeover - random.between(60, 500) : random.between(10, 120);
  const end = hasEnded(phase) ? (days.at(-1) ?? -20) : random.between(-90, 400) + (hasStarted ? 0 : 200);
  const moveDay = random.chance(40) ? days[random.between(2, REPORTS - 2)] : undefined;
  const movedEnd = moveDay === undefined ? undefined : end + random.between(30, 180);
  return {
    phases: phasesOf(random, phase, takeover, days),
    schedule: { start, baselineEnd: end, approvedEnd: hasStarted ? end : null, expectedEnd: end },
    reports: reportsOf(random, { days, phase, moveDay, movedEnd }),
    milestones: milestonesOf(random, { start, end, moveDay, takeover }),
  };
}

function hasEnded(phase: Phase): boolean {
  return phase === 'completed' || phase === 'cancelled';
}

/** Six days from the takeover to now; where the project goes on, one in five stopped reporting long ago. */
function reportDays(random: Random, phase: Phase, takeover: number): number[] {
  const rhythm = phase === 'approved' || phase === 'paused' ? 80 : 26;
  const last = hasEnded(phase)
    ? -random.between(20, 300)
    : random.chance(20)
      ? -random.between(100, 200)
      : -random.between(2, rhythm);
  const first = takeover + random.between(10, 50);
  return Array.from({ length: REPORTS }, (_, index) =>
    Math.round(first + ((last - first) * index) / (REPORTS - 1)),
  );
}

function phasesOf(random: Random, phase: Phase, takeover: number, days: readonly number[]): PhaseStep[] {
  const before = takeover - random.between(20, 300);
  const third = days[2] ?? takeover;
  const fifth = days[4] ?? takeover;
  const last = days[5] ?? takeover;
  switch (phase) {
    case 'idea':
      return [{ day: before, to: 'idea' }];
    case 'proposal':
      return [
        { day: before, to: 'idea' },
        { day: Math.round(takeover / 2), to: 'proposal' },
      ];
    case 'approved':
      return [{ day: before, to: 'approved' }];
    case 'in-progress':
      return [
        { day: before, to: 'approved' },
        { day: third, to: 'in-progress' },
      ];
    case 'rollout':
      return [
        { day: before, to: 'in-progress' },
        { day: fifth, to: 'rollout' },
      ];
    case 'completed':
      return [
        { day: before, to: 'in-progress' },
        { day: fifth, to: 'rollout' },
        { day: last, to: 'completed' },
      ];
    case 'paused':
      return [
        { day: before, to: 'in-progress' },
        { day: fifth, to: 'paused', reason: PAUSE_REASON },
      ];
    case 'cancelled':
      return [
        { day: before, to: 'in-progress' },
        { day: last, to: 'cancelled', reason: CANCEL_REASON },
      ];
  }
}

interface Reporting {
  readonly days: readonly number[];
  readonly phase: Phase;
  readonly moveDay: number | undefined;
  readonly movedEnd: number | undefined;
}

function reportsOf(random: Random, { days, phase, moveDay, movedEnd }: Reporting): ReportStory[] {
  let lights = [0, 0, 0, 0];
  const speed = phase === 'approved' ? 0.4 : hasEnded(phase) ? 1.5 : 1.2;
  return days.map((day, index) => {
    const before = lights;
    lights = index === 0 ? before : before.map((light) => nextLight(random, light));
    if (phase === 'completed' && index === REPORTS - 1) lights = [0, 0, 0, 0];
    const worse = lights.some((light, part) => light > (before[part] ?? 0));
    const [done, next] = STEPS[Math.min(STEPS.length - 1, Math.round(index * speed))] ?? STEPS[0];
    const isLast = phase === 'completed' && index === REPORTS - 1;
    return {
      day,
      lights: lights.map((light) => 'GAR'.charAt(light)).join(''),
      progress: isLast ? 100 : Math.min(95, Math.round(5 + index * 13 * speed)),
      ...(day === moveDay && movedEnd !== undefined ? { end: movedEnd } : {}),
      done,
      next,
      ...(Math.max(...lights) > 0 ? { blockers: random.pick(BLOCKERS) } : {}),
      ...(worse ? { worse: random.pick(WORSE) } : {}),
    };
  });
}

function nextLight(random: Random, light: number): number {
  const drawn = random.between(1, 100);
  return drawn <= 14 ? Math.min(2, light + 1) : drawn <= 40 ? Math.max(0, light - 1) : light;
}

interface Planning {
  readonly start: number;
  readonly end: number;
  readonly moveDay: number | undefined;
  readonly takeover: number;
}

function milestonesOf(random: Random, { start, end, moveDay, takeover }: Planning): MilestoneStory[] {
  return MILESTONES.map((title, index) => {
    const baseline = Math.round(start + ((end - start) * (index + 1)) / MILESTONES.length);
    const slips = moveDay !== undefined && baseline > moveDay && moveDay > takeover;
    const to = baseline + random.between(20, 120);
    const due = slips ? to : baseline;
    return {
      title,
      baseline,
      ...(slips ? { moves: [{ day: moveDay, to, reason: random.pick(MOVE_REASONS) }] } : {}),
      ...(due < -5 ? { actual: due } : {}),
      isPublic: index === MILESTONES.length - 1,
    };
  });
}
