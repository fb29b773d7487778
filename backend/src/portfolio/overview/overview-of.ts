import {
  conflictsOf,
  coverageOf,
  principleScore,
  type SettledPrinciple,
  voiceDifferences,
} from '../../assessments/index.js';
import { coverageGaps, derivedBudgetState, securedCents, sumByKind } from '../../budget/index.js';
import { dayOf, daysBetween } from '../../platform/index.js';
import { findingsOf, isHighRisk, PHASES } from '../../projects/index.js';
import { LIGHTS } from '../../status-reports/index.js';
import type { OverviewRow } from './overview-row.js';
import type { OverviewContext, ProjectParts, ReportPart } from './project-parts.js';

/** So many past lights are kept for the small chart in a list. */
const LIGHTS_SHOWN = 6;

/** One principle of the check grid that belongs to projects of an action field. */
export interface GridRow {
  actionFieldId: string;
  principleId: string;
  weight: number;
}

/** Puts the check grids together so that a project's can be looked up. */
export function overviewContext(rows: readonly GridRow[]): OverviewContext {
  const grids = new Map<string, { id: string; weight: number }[]>();
  for (const { actionFieldId, principleId, weight } of rows) {
    const grid = grids.get(actionFieldId) ?? [];
    grids.set(actionFieldId, grid);
    grid.push({ id: principleId, weight });
  }
  return { principlesOf: (actionFieldId) => grids.get(actionFieldId) ?? [] };
}

/**
 * Makes the overview of a project from its parts by the rules of the features; pure, so that commands, bulk loading and
 * the rebuild agree, in whatever order the parts come.
 */
export function overviewOf(parts: ProjectParts, context: OverviewContext): OverviewRow {
  const { project } = parts;
  const grid = gridOf(parts, context);
  const derived = derivedBudgetState(parts.needs, parts.lines);
  const openRisks = parts.risks.filter(({ state }) => state !== 'closed');
  return {
    id: project.id,
    number: project.number,
    title: project.title,
    summary: project.summary,
    phase: project.phase,
    phaseRank: PHASES.indexOf(project.phase),
    phaseSince: project.phaseSince,
    officeId: project.officeId,
    primaryActionFieldId: project.primaryActionFieldId,
    actionFieldIds: [project.primaryActionFieldId, ...parts.furtherActionFieldIds.toSorted()],
    agendaIds: parts.agendaEntries.map(({ agendaId }) => agendaId).toSorted(),
    leadProject: parts.agendaEntries.some(({ leadProject }) => leadProject),
    tags: parts.tags.toSorted(),
    personIds: parts.personIds.toSorted(),
    co2Effect: project.co2Effect,
    co2Magnitude: project.co2Magnitude,
    iqRelevant: project.iqRelevant,
    declaredBudgetState: project.declaredBudgetState,
    derivedBudgetState: derived,
    visibility: project.visibility,
    origin: project.origin,
    ...statusOf(parts),
    ...grid,
    baselineEnd: project.baselineEnd,
    approvedEnd: project.approvedEnd,
    expectedEnd: project.expectedEnd,
    endMoves: project.endMoves,
    slipDays:
      project.baselineEnd === null || project.expectedEnd === null
        ? null
        : daysBetween(project.baselineEnd, project.expectedEnd),
    nextMilestoneOn: nextMilestoneOn(parts),
    openRisks: openRisks.length,
    highRisks: openRisks.filter(isHighRisk).length,
    ...moneyOf(parts),
    findings: findingsOf({
      ...project,
      agendaCount: parts.agendaEntries.length,
      corridorThemeCount: parts.themeCount,
      derivedBudgetState: derived,
      selfSettled: grid.selfSettled,
      principleCount: grid.principleCount,
    }),
  };
}

function inOrderOfPublication(a: ReportPart, b: ReportPart): number {
  if (a.publishedAt !== b.publishedAt) return a.publishedAt < b.publishedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** A corrected report gives way to the one that names it. */
function standingReports(reports: readonly ReportPart[]): ReportPart[] {
  const corrected = new Set(reports.map(({ correctsId }) => correctsId));
  return reports.filter(({ id }) => !corrected.has(id));
}

function statusOf({ project, ...parts }: ProjectParts) {
  const reports = parts.reports.toSorted(inOrderOfPublication);
  const standing = standingReports(reports);
  const last = standing.at(-1);
  const published = reports.at(-1);
  return {
    light: last?.lightOverall ?? null,
    lightRank: last === undefined ? 0 : LIGHTS.indexOf(last.lightOverall) + 1,
    lightSchedule: last?.lightSchedule ?? null,
    lightCost: last?.lightCost ?? null,
    lightScope: last?.lightScope ?? null,
    lightResources: last?.lightResources ?? null,
    lightHistory: standing.slice(-LIGHTS_SHOWN).map(({ lightOverall }) => lightOverall),
    lightHistoryOn: standing.slice(-LIGHTS_SHOWN).map(({ reportedOn }) => reportedOn),
    progressPercent: last?.progressPercent ?? null,
    helpWanted: (last?.helpWanted ?? '').trim() !== '',
    reportedOn: last?.reportedOn ?? null,
    reportCount: reports.length,
    rhythmSince: published === undefined ? project.phaseSince : dayOf(published.publishedAt),
  };
}

function gridOf({ project, scores }: ProjectParts, context: OverviewContext) {
  const principles = context.principlesOf(project.primaryActionFieldId);
  const entriesOf = (voice: 'self' | 'review'): SettledPrinciple[] =>
    principles.flatMap(({ id, weight }) =>
      scores
        .filter((given) => given.voice === voice && given.principleId === id)
        .map(({ score }) => ({ weight, score })),
    );
  const self = entriesOf('self');
  const review = entriesOf('review');
  const scoreOf = (voice: 'self' | 'review', principleId: string): number | null =>
    scores.find((given) => given.voice === voice && given.principleId === principleId)?.score ?? null;
  return {
    selfScore: principleScore(self),
    selfSettled: coverageOf(self, principles.length).settled,
    selfScored: self.filter(({ score }) => score !== null).length,
    selfConflicts: conflictsOf(self).length,
    reviewScore: principleScore(review),
    reviewSettled: coverageOf(review, principles.length).settled,
    reviewConflicts: conflictsOf(review).length,
    principleCount: principles.length,
    voiceDifferences: voiceDifferences(
      principles.map(({ id }) => ({ self: scoreOf('self', id), review: scoreOf('review', id) })),
    ).length,
  };
}

function nextMilestoneOn({ milestones }: ProjectParts): string | null {
  const open = milestones.filter(({ actualOn }) => actualOn === null).map(({ expectedOn }) => expectedOn);
  return open.sort()[0] ?? null;
}

/** Sums of all years by kind, expense only: revenue is never a negative expense. Only stated forecasts count. */
function moneyOf({ needs, lines, counterFundings }: ProjectParts) {
  const expense = lines.filter(({ direction }) => direction === 'expense');
  const need = sumByKind(
    needs.filter(({ direction }) => direction === 'expense'),
    ({ amountCents }) => amountCents,
  );
  const secured = sumByKind(expense, securedCents);
  const actual = sumByKind(expense, ({ actualCents }) => actualCents);
  const forecast = sumByKind(expense, ({ forecastCents }) => forecastCents ?? 0);
  const gap = sumByKind(coverageGaps(needs, lines, counterFundings), ({ gapCents }) => gapCents);
  return {
    needOperatingCents: need.operating,
    needCapitalCents: need.capital,
    securedOperatingCents: secured.operating,
    securedCapitalCents: secured.capital,
    gapOperatingCents: gap.operating,
    gapCapitalCents: gap.capital,
    actualOperatingCents: actual.operating,
    actualCapitalCents: actual.capital,
    forecastOperatingCents: forecast.operating,
    forecastCapitalCents: forecast.capital,
  };
}
