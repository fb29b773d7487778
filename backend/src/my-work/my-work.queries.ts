import { Injectable } from '@nestjs/common';
import { type Actor, addDays, Clock, Permission, Reads } from '../platform/index.js';
import { reportDue, type ReportDates } from '../status-reports/index.js';
import type {
  DueReportDto,
  MyWorkDto,
  NextSessionDto,
  OfficeWorkDto,
  OpenDraftDto,
  OpenGridDto,
  WatchedProjectDto,
  WorkConditionDto,
  WorkDecisionDto,
} from './my-work.dto.js';
import { ownersOf } from './my-work.rules.js';
import {
  DECISIONS,
  DRAFTS,
  EVIDENCE,
  GRIDS,
  NEXT_SESSION,
  OVERDUE_COUNT,
  OWN_CONDITIONS,
  REPORTS,
  WATCHED,
} from './my-work.sql.js';

type ReportRow = ReportDates & Omit<DueReportDto, 'dueOn' | 'overdueDays' | 'because'>;

const NOW = { rev: null };
/** So many days ahead a report shows as due. */
const AHEAD_DAYS = 14;
const WATCHED_DAYS = 14;
const DECIDED_DAYS = 60;
const MS_PER_DAY = 86_400_000;

/** Answers what a person has to do, and what happened. */
@Injectable()
export class MyWorkQueries {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /** All that waits for the person now; own deadlines, decisions, what is watched and drafts. */
  async of(actor: Actor): Promise<MyWorkDto> {
    const coordinated = actor.roles.includes('office-coordinator') ? actor.officeIds : [];
    const own = [actor.personId, actor.standsInFor, coordinated];
    const today = this.clock.today();
    const owners = ownersOf({
      isFinance: actor.roles.includes('finance'),
      isPortfolioOffice: actor.roles.includes('portfolio-office'),
      isSecretary: actor.isSecretary && actor.permissions.has(Permission.SessionEdit),
    });
    const [reports, conditions, grids, decisions, watched, drafts, nextSession, office] = await Promise.all([
      this.reads.query<ReportRow>(NOW, REPORTS, [...own, addDays(today, AHEAD_DAYS), today]),
      this.reads.query<WorkConditionDto>(NOW, OWN_CONDITIONS, [...own, owners, today]),
      this.reads.query<OpenGridDto>(NOW, GRIDS, own),
      this.reads.query<WorkDecisionDto>(NOW, DECISIONS, [...own, this.since(DECIDED_DAYS)]),
      this.reads.query<WatchedProjectDto>(NOW, WATCHED, [actor.personId, this.since(WATCHED_DAYS)]),
      this.reads.query<OpenDraftDto>(NOW, DRAFTS, [actor.personId]),
      this.nextSession(actor),
      this.office(actor, today),
    ]);
    return {
      reports: reports.flatMap(({ rhythmDueOn, requestDueOn, ...report }) => {
        const due = reportDue({ rhythmDueOn, requestDueOn }, today);
        return due === null ? [] : [{ ...report, ...due }];
      }),
      conditions,
      grids,
      decisions,
      watched,
      drafts,
      nextSession,
      office,
    };
  }

  private async nextSession({ permissions }: Actor): Promise<NextSessionDto | null> {
    if (!permissions.has(Permission.SessionRead)) return null;
    const [session] = await this.reads.query<NextSessionDto>(NOW, NEXT_SESSION);
    return session ?? null;
  }

  private async office({ permissions }: Actor, today: string): Promise<OfficeWorkDto | null> {
    if (!permissions.has(Permission.ReportRequest)) return null;
    const [[overdue], evidence] = await Promise.all([
      this.reads.query<{ count: number }>(NOW, OVERDUE_COUNT, [today]),
      this.reads.query<WorkConditionDto>(NOW, EVIDENCE, [today]),
    ]);
    return { overdueCount: overdue?.count ?? 0, evidence };
  }

  private since(days: number): string {
    return new Date(this.clock.now().getTime() - days * MS_PER_DAY).toISOString();
  }
}
