import type { Happening, Telling } from '../happening.js';
import type { ReportStory } from '../story.js';
import { phaseOn } from './course.js';

type Light = 'green' | 'amber' | 'red';

/** Since when unchanged reports are told between the written ones, and how many days lie between two of them. */
const UNCHANGED_SINCE = -400;
const UNCHANGED_EVERY = 30;

/** All reports: the written ones and, in the last year, the monthly "unchanged" between them. */
export function reports(telling: Telling): Happening[] {
  return withUnchanged(telling).map(({ report, unchanged }) => ({
    day: report.day,
    command: 'status-report.publish',
    by: 'project-lead',
    change: (write) => {
      const end =
        report.end === undefined || unchanged ? write.project.expected_end : telling.calendar.day(report.end);
      write.put('status_report', {
        id: telling.ids.next(),
        project_id: telling.projectId,
        reported_on: write.today,
        published_at: write.at,
        ...lightsOf(report),
        overall_reason: report.overall?.[1] ?? null,
        progress_percent: report.progress,
        expected_end: end,
        done: report.done,
        next: report.next,
        blockers: report.blockers ?? '',
        help_wanted: report.help ?? null,
        worse_reason: unchanged ? null : (report.worse?.[0] ?? null),
        way_back: unchanged ? null : (report.worse?.[1] ?? null),
        unchanged,
        corrects_id: null,
      });
      const moved = end !== write.project.expected_end;
      if (moved) {
        const before = write.project.expected_end === null ? 0 : 1;
        write.change({ expected_end: end, end_moves: write.project.end_moves + before });
      }
    },
  }));
}

interface Told {
  readonly report: ReportStory;
  readonly unchanged: boolean;
}

function withUnchanged(telling: Telling): Told[] {
  const written = telling.story.reports;
  return written.flatMap((report, index) => {
    const told: Told[] = [{ report, unchanged: false }];
    const next = written[index + 1];
    if (next === undefined || telling.story.isTerse === true) return told;
    for (let day = report.day + UNCHANGED_EVERY; day < next.day - 15; day += UNCHANGED_EVERY) {
      if (day >= UNCHANGED_SINCE && hasMonthlyRhythm(telling, day)) {
        told.push({ report: { ...report, day }, unchanged: true });
      }
    }
    return told;
  });
}

function hasMonthlyRhythm(telling: Telling, day: number): boolean {
  const { to } = phaseOn(telling, day);
  return to === 'in-progress' || to === 'rollout';
}

/** The five lights of a report; overall is the worst of the four unless it is given. */
function lightsOf({ lights, overall }: ReportStory): {
  light_overall: Light;
  light_schedule: Light;
  light_cost: Light;
  light_scope: Light;
  light_resources: Light;
} {
  const [schedule, cost, scope, resources] = [...lights].map(lightOf);
  const worst = lights.includes('R') ? 'red' : lights.includes('A') ? 'amber' : 'green';
  return {
    light_overall: overall === undefined ? worst : lightOf(overall[0]),
    light_schedule: schedule ?? 'green',
    light_cost: cost ?? 'green',
    light_scope: scope ?? 'green',
    light_resources: resources ?? 'green',
  };
}

function lightOf(letter: string): Light {
  return letter === 'R' ? 'red' : letter === 'A' ? 'amber' : 'green';
}
