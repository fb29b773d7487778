import { ProblemError, type InputFault } from '../../../api/problem';
import type { Answer, Body } from '../../../api/types';
import type { Light } from '../../../shared/ui';

export type Project = Answer<'/api/v1/projects/{ref}', 'get'>;
export type Reports = Answer<'/api/v1/projects/{ref}/status-reports', 'get'>;
export type Report = Reports['items'][number];
export type DraftContent = Body<'/api/v1/projects/{ref}/status-reports/draft', 'put'>;
export type ReportBody = Body<'/api/v1/projects/{ref}/status-reports', 'post'>;

/** The lights that a project lead sets; the overall one follows from them. */
export const partialLights = ['schedule', 'cost', 'scope', 'resources'] as const;
export type PartialLight = (typeof partialLights)[number];
export type LightName = PartialLight | 'overall';

/** From best to worst. */
export const lights = ['green', 'amber', 'red'] as const;

/** What stands in the form; texts are empty instead of absent, days empty while there is none. */
export interface ReportForm {
  lights: Record<PartialLight, Light | null>;
  /** Null: the worst of the four. */
  overall: Light | null;
  overallReason: string;
  progressPercent: number | null;
  expectedEnd: string;
  done: string;
  next: string;
  blockers: string;
  helpWanted: string;
  worseReason: string;
  wayBack: string;
  /** Empty: today. */
  reportedOn: string;
  correctsId: string | null;
}

/** The form as the last report leaves it; the reasons for getting worse belong to the report in which it happened. */
export function prefilled(
  project: Pick<Project, 'expectedEnd' | 'progressPercent'>,
  last: Report | null,
  correctsId: string | null,
): ReportForm {
  const isSame = last !== null && last.id === correctsId;
  const set = last?.lights;
  return {
    lights: {
      schedule: set?.schedule ?? null,
      cost: set?.cost ?? null,
      scope: set?.scope ?? null,
      resources: set?.resources ?? null,
    },
    overall: set !== undefined && set.overall !== worstOf(set) ? set.overall : null,
    overallReason: last?.overallReason ?? '',
    progressPercent: last?.progressPercent ?? project.progressPercent ?? null,
    expectedEnd: project.expectedEnd ?? '',
    done: last?.done ?? '',
    next: last?.next ?? '',
    blockers: last?.blockers ?? '',
    helpWanted: last?.helpWanted ?? '',
    worseReason: isSame ? (last.worseReason ?? '') : '',
    wayBack: isSame ? (last.wayBack ?? '') : '',
    reportedOn: isSame ? last.reportedOn : '',
    correctsId,
  };
}

/** The form with what a draft says instead. */
export function withDraft(form: ReportForm, draft: DraftContent): ReportForm {
  const { lights: drawn } = draft;
  return {
    lights: {
      schedule: drawn?.schedule ?? form.lights.schedule,
      cost: drawn?.cost ?? form.lights.cost,
      scope: drawn?.scope ?? form.lights.scope,
      resources: drawn?.resources ?? form.lights.resources,
    },
    overall: drawn?.overall ?? null,
    overallReason: draft.overallReason ?? '',
    progressPercent: draft.progressPercent ?? form.progressPercent,
    expectedEnd: draft.expectedEnd ?? form.expectedEnd,
    done: draft.done ?? '',
    next: draft.next ?? '',
    blockers: draft.blockers ?? '',
    helpWanted: draft.helpWanted ?? '',
    worseReason: draft.worseReason ?? '',
    wayBack: draft.wayBack ?? '',
    reportedOn: draft.reportedOn ?? '',
    correctsId: form.correctsId ?? draft.correctsId ?? null,
  };
}

/** What the server keeps of the form while it is typed: what it could not read stays out. */
export function draftOf(form: ReportForm): DraftContent {
  const { lights: four, overall, progressPercent, expectedEnd, reportedOn, ...rest } = form;
  return {
    ...rest,
    lights: { ...four, overall },
    progressPercent: isPercent(progressPercent) ? progressPercent : null,
    expectedEnd: expectedEnd === '' ? null : expectedEnd,
    reportedOn: reportedOn === '' ? null : reportedOn,
  };
}

/** The worst of the lights that are set; null while none is. */
export function worstOf(four: Record<PartialLight, Light | null>): Light | null {
  return [...lights].reverse().find((light) => partialLights.some((name) => four[name] === light)) ?? null;
}

/** The overall light that the report would show. */
export function overallOf(form: ReportForm): Light | null {
  return form.overall ?? worstOf(form.lights);
}

/** The lights that are worse than in the report before. */
export function worsened(form: ReportForm, last: Report | null): LightName[] {
  if (last === null) return [];
  const names: LightName[] = partialLights.filter((name) => isWorse(form.lights[name], last.lights[name]));
  return isWorse(overallOf(form), last.lights.overall) ? [...names, 'overall'] : names;
}

/**
 * The report to publish. The expected end goes along only when it was changed here: otherwise what somebody else
 * entered meanwhile would be taken back.
 * @throws ProblemError where a light or the progress is missing
 */
export function bodyOf(
  form: ReportForm,
  { last, endBefore }: { last: Report | null; endBefore: string },
): ReportBody {
  const { schedule, cost, scope, resources } = form.lights;
  const { progressPercent } = form;
  if (
    schedule === null ||
    cost === null ||
    scope === null ||
    resources === null ||
    progressPercent === null
  ) {
    throw new ProblemError({ status: 422, code: 'status-report.refused', errors: faultsOf(form) });
  }
  const isWorseNow = worsened(form, last).length > 0;
  const differs = form.overall !== null && form.overall !== worstOf(form.lights);
  return {
    lights: { schedule, cost, scope, resources, ...(differs ? { overall: form.overall ?? schedule } : {}) },
    overallReason: differs ? textOrNull(form.overallReason) : null,
    progressPercent,
    ...(form.expectedEnd === '' || form.expectedEnd === endBefore ? {} : { expectedEnd: form.expectedEnd }),
    ...(form.reportedOn === '' ? {} : { reportedOn: form.reportedOn }),
    done: form.done.trim(),
    next: form.next.trim(),
    blockers: form.blockers.trim(),
    helpWanted: textOrNull(form.helpWanted),
    worseReason: isWorseNow ? textOrNull(form.worseReason) : null,
    wayBack: isWorseNow ? textOrNull(form.wayBack) : null,
    correctsId: form.correctsId,
  };
}

function faultsOf(form: ReportForm): InputFault[] {
  const missing = partialLights.filter((name) => form.lights[name] === null).map((name) => `/lights/${name}`);
  return [...missing, ...(form.progressPercent === null ? ['/progressPercent'] : [])].map((pointer) => ({
    pointer,
    code: 'missing',
    params: {},
  }));
}

function isWorse(now: Light | null, before: Light): boolean {
  return now !== null && lights.indexOf(now) > lights.indexOf(before);
}

function isPercent(value: number | null): boolean {
  return value !== null && Number.isInteger(value) && value >= 0 && value <= 100;
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
