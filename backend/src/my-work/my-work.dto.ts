import { ApiProperty } from '@nestjs/swagger';
import { PHASES, type Phase } from '../projects/index.js';
import {
  CONDITION_STATES,
  type ConditionState,
  DECISION_OUTCOMES,
  type DecisionOutcome,
} from '../reviews/index.js';
import { DUE_REASONS, type DueReason, ReportRequestDto, RequestSessionDto } from '../status-reports/index.js';

/** How somebody has to do with a project: leads it, stands in for its lead, or coordinates its office. */
export const WORK_AS = ['lead', 'deputy', 'office'] as const;
export type WorkAs = (typeof WORK_AS)[number];

/** The project that something is about. */
export class WorkProjectDto {
  id!: string;
  number!: string;
  title!: string;
  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;
}

/** A report that is due. */
export class DueReportDto {
  project!: WorkProjectDto;
  @ApiProperty({ enum: WORK_AS, enumName: 'WorkAs' })
  as!: WorkAs;
  /** The last day on which it is in time. */
  dueOn!: string;
  /** 0 while it is in time. */
  overdueDays!: number;
  @ApiProperty({ enum: DUE_REASONS, enumName: 'DueReason' })
  because!: DueReason;
  /** Day of the last publication; null before the first. */
  lastPublishedOn!: string | null;
  /** The earliest request that no report has answered. */
  request!: ReportRequestDto | null;
}

/** A check grid that is not settled. */
export class OpenGridDto {
  project!: WorkProjectDto;
  @ApiProperty({ enum: WORK_AS, enumName: 'WorkAs' })
  as!: WorkAs;
  /** Principles that are scored or not applicable. */
  settled!: number;
  of!: number;
}

/** A condition that somebody has to meet, or whose evidence is to be answered. */
export class WorkConditionDto {
  id!: string;
  project!: WorkProjectDto;
  session!: RequestSessionDto;
  text!: string;
  dueOn!: string;
  /** 0 while it is in time. */
  overdueDays!: number;
  @ApiProperty({ enum: CONDITION_STATES, enumName: 'ConditionState' })
  state!: ConditionState;
  /** What the secretary answered when evidence was returned. */
  answer!: string | null;
}

/** What the commission decided about a project. */
export class WorkDecisionDto {
  id!: string;
  project!: WorkProjectDto;
  session!: RequestSessionDto;
  @ApiProperty({ enum: DECISION_OUTCOMES, enumName: 'DecisionOutcome' })
  outcome!: DecisionOutcome;
  text!: string;
  comeBackOn!: string | null;
  /** Instant, UTC. */
  decidedAt!: string;
  conditionCount!: number;
}

/** One change of a project. */
export class WatchedChangeDto {
  /** What was done: 'status-report.publish'. */
  command!: string;
  /** Instant, UTC. */
  at!: string;
}

/** A project that is watched, with what changed in the last 14 days. */
export class WatchedProjectDto {
  project!: WorkProjectDto;
  /** The newest five, the newest first. */
  changes!: WatchedChangeDto[];
  changeCount!: number;
}

/** A report that was begun. */
export class OpenDraftDto {
  project!: WorkProjectDto;
  /** Instant of the last saving, UTC. */
  savedAt!: string;
}

/** The session that comes next. */
export class NextSessionDto extends RequestSessionDto {
  title!: string;
  place!: string;
  @ApiProperty({ enum: ['planned', 'running'], enumName: 'OpenSessionState' })
  state!: 'planned' | 'running';
  /** Items on its agenda. */
  itemCount!: number;
  /** Requests for it that no report has answered. */
  openRequestCount!: number;
}

/** What is done for the portfolio or for the sessions of the commission; null for who does not do that. */
export class OfficeWorkDto {
  /** Projects whose report is overdue. */
  overdueCount!: number;
  /** Evidence that waits for an answer, the oldest first. */
  evidence!: WorkConditionDto[];
}

/** What is to be done by the person who asks, and what happened. At most 50 of each. */
export class MyWorkDto {
  /** Reports that are overdue, asked for, or due within 14 days, the most urgent first. */
  reports!: DueReportDto[];
  conditions!: WorkConditionDto[];
  grids!: OpenGridDto[];
  /** Of the last 60 days, the newest first. */
  decisions!: WorkDecisionDto[];
  watched!: WatchedProjectDto[];
  drafts!: OpenDraftDto[];
  /** The next session; null for who does not read sessions, or where none is planned. */
  nextSession!: NextSessionDto | null;
  office!: OfficeWorkDto | null;
}
