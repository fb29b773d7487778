import {
  type Light,
  LIGHT_NAMES,
  type LightName,
  LIGHTS,
  type Lights,
  PARTIAL_LIGHTS,
  type PartialLight,
} from './status-report.enums.js';

/** The worst of the four lights. */
export function worstOf(lights: Record<PartialLight, Light>): Light {
  return PARTIAL_LIGHTS.map((name) => lights[name]).reduce((worst, light) =>
    badness(light) > badness(worst) ? light : worst,
  );
}

/** The lights that got worse since the previous published report; none before the first. */
export function worsenedLights(previous: Lights | null, lights: Lights): LightName[] {
  if (previous === null) return [];
  return LIGHT_NAMES.filter((name) => badness(lights[name]) > badness(previous[name]));
}

/** What of a report the rules judge. */
export interface JudgedReport {
  lights: Lights;
  /** 'YYYY-MM-DD' */
  reportedOn: string;
  overallReason: string | null;
  worseReason: string | null;
  wayBack: string | null;
}

/** What of the previous published report the rules look at. */
export type PreviousReport = Pick<JudgedReport, 'lights' | 'reportedOn'>;

/** One thing that keeps a report from being published. */
export interface ReportFault {
  pointer: string;
  code: string;
  params?: Record<string, unknown>;
}

/** Lists everything that keeps a report from being published on the day `today`. */
export function faultsOfReport(
  report: JudgedReport,
  previous: PreviousReport | null,
  today: string,
): ReportFault[] {
  return [
    ...faultsOfWorsening(report, worsenedLights(previous?.lights ?? null, report.lights)),
    ...faultsOfOverall(report),
    ...faultsOfDate(report.reportedOn, previous?.reportedOn ?? null, today),
  ];
}

function faultsOfWorsening({ worseReason, wayBack }: JudgedReport, lights: LightName[]): ReportFault[] {
  if (lights.length === 0) return [];
  return [
    ...(isBlank(worseReason)
      ? [{ pointer: '/worseReason', code: 'worse-reason-missing', params: { lights } }]
      : []),
    ...(isBlank(wayBack) ? [{ pointer: '/wayBack', code: 'way-back-missing', params: { lights } }] : []),
  ];
}

function faultsOfOverall({ lights, overallReason }: JudgedReport): ReportFault[] {
  const worst = worstOf(lights);
  if (lights.overall === worst || !isBlank(overallReason)) return [];
  return [{ pointer: '/overallReason', code: 'overall-reason-missing', params: { worst } }];
}

function faultsOfDate(reportedOn: string, previous: string | null, today: string): ReportFault[] {
  if (reportedOn > today) return [{ pointer: '/reportedOn', code: 'reported-on-future', params: { today } }];
  if (previous !== null && reportedOn < previous) {
    return [{ pointer: '/reportedOn', code: 'reported-on-before-previous', params: { previous } }];
  }
  return [];
}

/** From when a project's next report is awaited. All days are 'YYYY-MM-DD' in Europe/Berlin. */
export interface Reporting {
  /** Day of the last publication; null before the first. */
  lastPublishedOn: string | null;
  /** Day of the entry into the present phase; counts before the first publication. */
  phaseSince: string;
  /** The phase's rhythm in days; null when the phase has none. */
  rhythmDays: number | null;
}

/** The first day on which the status is overdue; null when the phase has no rhythm. */
export function overdueSince({ lastPublishedOn, phaseSince, rhythmDays }: Reporting): string | null {
  return rhythmDays === null ? null : addDays(lastPublishedOn ?? phaseSince, rhythmDays + 1);
}

/** By how many days the rhythm is exceeded on the day `today`; 0 when the status is not overdue. */
export function overdueDays(reporting: Reporting, today: string): number {
  const since = overdueSince(reporting);
  return since === null ? 0 : Math.max(0, daysBetween(since, today) + 1);
}

const MS_PER_DAY = 86_400_000;

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}

function badness(light: Light): number {
  return LIGHTS.indexOf(light);
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
