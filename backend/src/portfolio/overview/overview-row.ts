import type {
  Co2Effect,
  Co2Magnitude,
  DeclaredBudgetState,
  DerivedBudgetState,
  Origin,
  Phase,
  Visibility,
} from '../../projects/index.js';
import type { Light } from '../../status-reports/index.js';

/** One project as lists, groups and figures see it: the row of the read model. Nothing here depends on today. */
export interface OverviewRow {
  id: string;
  number: string;
  title: string;
  summary: string;
  phase: Phase;
  /** Place of the phase in the order of phases, for sorting. */
  phaseRank: number;
  phaseSince: string;
  officeId: string | null;
  primaryActionFieldId: string;
  /** Primary and further ones. */
  actionFieldIds: string[];
  agendaIds: string[];
  leadProject: boolean;
  tags: string[];
  /** Lead and deputies. */
  personIds: string[];
  co2Effect: Co2Effect | null;
  co2Magnitude: Co2Magnitude | null;
  iqRelevant: boolean | null;
  declaredBudgetState: DeclaredBudgetState | null;
  derivedBudgetState: DerivedBudgetState;
  visibility: Visibility;
  origin: Origin;
  light: Light | null;
  /** 0 without a report, 1 green, 2 amber, 3 red, for sorting. */
  lightRank: number;
  lightSchedule: Light | null;
  lightCost: Light | null;
  lightScope: Light | null;
  lightResources: Light | null;
  /** Overall lights of the last six reports, the newest last. */
  lightHistory: Light[];
  /** The days of these reports. */
  lightHistoryOn: string[];
  progressPercent: number | null;
  helpWanted: boolean;
  reportedOn: string | null;
  reportCount: number;
  /** Day from which the age of the status counts: last publication, before the first the entry into the phase. */
  rhythmSince: string;
  selfScore: number | null;
  selfSettled: number;
  selfScored: number;
  selfConflicts: number;
  reviewScore: number | null;
  reviewSettled: number;
  reviewConflicts: number;
  principleCount: number;
  voiceDifferences: number;
  baselineEnd: string | null;
  approvedEnd: string | null;
  expectedEnd: string | null;
  endMoves: number;
  /** Days from the baseline end to the expected one. */
  slipDays: number | null;
  nextMilestoneOn: string | null;
  openRisks: number;
  highRisks: number;
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
  findings: string[];
}

const columns = new Map<string, string>();

/** The row under the names of its columns. */
export function columnsOf(row: OverviewRow): Record<string, unknown> {
  const renamed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) renamed[columnOf(key)] = value as unknown;
  return renamed;
}

/** `needOperatingCents` is kept in the column `need_operating_cents`. */
export function columnOf(key: string): string {
  let column = columns.get(key);
  if (column === undefined) {
    column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columns.set(key, column);
  }
  return column;
}
