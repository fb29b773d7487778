import type {
  Co2Effect,
  Co2Magnitude,
  DeclaredBudgetState,
  Origin,
  Phase,
  RiskState,
  Visibility,
} from '../../projects/index.js';
import type { Light } from '../../status-reports/index.js';

/** Everything of one project that its overview is made of. */
export interface ProjectParts {
  project: ProjectPart;
  furtherActionFieldIds: string[];
  agendaEntries: { agendaId: string; leadProject: boolean }[];
  themeCount: number;
  tags: string[];
  personIds: string[];
  scores: ScorePart[];
  reports: ReportPart[];
  milestones: { expectedOn: string; actualOn: string | null }[];
  risks: { probability: number; impact: number; state: RiskState }[];
  needs: NeedPart[];
  lines: LinePart[];
  counterFundings: CounterFundingPart[];
}

export interface ProjectPart {
  id: string;
  number: string;
  title: string;
  summary: string;
  phase: Phase;
  phaseSince: string;
  pausedFrom: Phase | null;
  officeId: string | null;
  primaryActionFieldId: string;
  baselineStart: string | null;
  baselineEnd: string | null;
  approvedStart: string | null;
  approvedEnd: string | null;
  expectedStart: string | null;
  expectedEnd: string | null;
  endMoves: number;
  co2Effect: Co2Effect | null;
  co2Magnitude: Co2Magnitude | null;
  co2Reason: string | null;
  co2Optimisation: string | null;
  iqRelevant: boolean | null;
  financialEffects: boolean | null;
  declaredBudgetState: DeclaredBudgetState | null;
  visibility: Visibility;
  origin: Origin;
}

export interface ScorePart {
  principleId: string;
  voice: 'self' | 'review';
  /** Null when not applicable. */
  score: number | null;
}

export interface ReportPart {
  id: string;
  correctsId: string | null;
  reportedOn: string;
  /** Instant of publication. */
  publishedAt: string;
  lightOverall: Light;
  lightSchedule: Light;
  lightCost: Light;
  lightScope: Light;
  lightResources: Light;
  progressPercent: number;
  helpWanted: string | null;
}

export interface NeedPart {
  year: number;
  kind: 'operating' | 'capital';
  direction: 'expense' | 'revenue';
  amountCents: number;
}

export interface LinePart {
  year: number;
  kind: 'operating' | 'capital';
  direction: 'expense' | 'revenue';
  stage: 'registered' | 'planned' | 'adopted' | 'rejected';
  appropriationCents: number;
  amendmentsCents: number;
  carryOverCents: number;
  actualCents: number;
  forecastCents: number | null;
}

export interface CounterFundingPart {
  year: number;
  kind: 'operating' | 'capital';
  amountCents: number;
  secured: boolean;
}

/** What overviews need to know besides the project: the check grids of all strategy editions. */
export interface OverviewContext {
  /** Principles by the strategy edition that the project's primary action field belongs to. */
  principlesOf: (actionFieldId: string) => readonly { id: string; weight: number }[];
}
