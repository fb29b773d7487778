import { addDays, daysBetween } from '../platform/index.js';
import type { ProjectFiguresDto } from './dto/project-figures.dto.js';
import type { Light } from './project.enums.js';

/** What the read model knows of a project, as the statement of the detail reads it. */
export interface FiguresRow extends Pick<
  ProjectFiguresDto,
  | 'light'
  | 'lightHistory'
  | 'lightHistoryOn'
  | 'reportCount'
  | 'reportedOn'
  | 'rhythmDays'
  | 'progressPercent'
  | 'helpWanted'
  | 'selfScore'
  | 'reviewScore'
  | 'reviewConflicts'
  | 'voiceDifferences'
  | 'derivedBudgetState'
  | 'slipDays'
  | 'nextMilestoneOn'
  | 'openRisks'
  | 'highRisks'
  | 'findings'
> {
  lightSchedule: Light | null;
  lightCost: Light | null;
  lightScope: Light | null;
  lightResources: Light | null;
  /** Day of the last publication; before the first the entry into the phase. */
  rhythmSince: string;
  selfSettled: number;
  selfConflicts: number;
  reviewSettled: number;
  principleCount: number;
  needOperatingCents: number;
  needCapitalCents: number;
  securedOperatingCents: number;
  securedCapitalCents: number;
  gapOperatingCents: number;
  gapCapitalCents: number;
  actualOperatingCents: number;
  actualCapitalCents: number;
  forecastOperatingCents: number;
  forecastCapitalCents: number;
}

/** Makes the figures of a project from its row of the read model, judged on the day `today`. */
export function figuresOf(row: FiguresRow, today: string): ProjectFiguresDto {
  const due = row.rhythmDays === null ? null : addDays(row.rhythmSince, row.rhythmDays);
  return {
    light: row.light,
    lights: lightsOf(row),
    lightHistory: row.lightHistory,
    lightHistoryOn: row.lightHistoryOn,
    reportCount: row.reportCount,
    reportedOn: row.reportedOn,
    lightAgeDays: row.reportCount === 0 ? null : daysBetween(row.rhythmSince, today),
    rhythmDays: row.rhythmDays,
    reportDueOn: due,
    overdue: due !== null && due < today,
    progressPercent: row.progressPercent,
    helpWanted: row.helpWanted,
    selfScore: row.selfScore,
    coverage: { settled: row.selfSettled, of: row.principleCount },
    conflicts: row.selfConflicts,
    reviewScore: row.reviewScore,
    reviewCoverage: { settled: row.reviewSettled, of: row.principleCount },
    reviewConflicts: row.reviewConflicts,
    voiceDifferences: row.voiceDifferences,
    derivedBudgetState: row.derivedBudgetState,
    need: { operatingCents: row.needOperatingCents, capitalCents: row.needCapitalCents },
    secured: { operatingCents: row.securedOperatingCents, capitalCents: row.securedCapitalCents },
    gap: { operatingCents: row.gapOperatingCents, capitalCents: row.gapCapitalCents },
    actual: { operatingCents: row.actualOperatingCents, capitalCents: row.actualCapitalCents },
    forecast: { operatingCents: row.forecastOperatingCents, capitalCents: row.forecastCapitalCents },
    slipDays: row.slipDays,
    nextMilestoneOn: row.nextMilestoneOn,
    openRisks: row.openRisks,
    highRisks: row.highRisks,
    findings: row.findings,
  };
}

function lightsOf({
  lightSchedule,
  lightCost,
  lightScope,
  lightResources,
}: FiguresRow): ProjectFiguresDto['lights'] {
  if (lightSchedule === null || lightCost === null || lightScope === null || lightResources === null)
    return null;
  return { schedule: lightSchedule, cost: lightCost, scope: lightScope, resources: lightResources };
}
