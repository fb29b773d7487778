import { Injectable } from '@nestjs/common';
import {
  Clock,
  type CommandAnswer,
  type Fault,
  MalformedRequest,
  newId,
  type Tx,
} from '../platform/index.js';
import { type ClaimedProject, ProjectCommands, ProjectRoots, type ProjectTarget } from '../projects/index.js';
import { lastReportOf, type LastReport } from './last-report.js';
import { StatusDraft } from './status-draft.entity.js';
import { StatusReport } from './status-report.entity.js';
import type { Light, PartialLight } from './status-report.enums.js';
import { NothingToRepeat, ReportRefused } from './status-report.errors.js';
import { faultsOfReport, type JudgedReport, worstOf } from './status-report.rules.js';

/** A report as it was sent; without `unchanged` lights and progress are there. */
export interface ReportInput {
  unchanged?: boolean;
  reportedOn?: string;
  lights?: Record<PartialLight, Light> & { overall?: Light };
  overallReason?: string | null;
  progressPercent?: number;
  expectedEnd?: string | null;
  done?: string;
  next?: string;
  blockers?: string;
  helpWanted?: string | null;
  worseReason?: string | null;
  wayBack?: string | null;
  correctsId?: string | null;
}

/** All that a report says, before it is published. */
interface ReportContent extends JudgedReport {
  progressPercent: number;
  expectedEnd: string | null;
  done: string;
  next: string;
  blockers: string;
  helpWanted: string | null;
  unchanged: boolean;
  correctsId: string | null;
}

/** Commands on status reports. */
@Injectable()
export class StatusReportsService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly projects: ProjectRoots,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes a report, moves the project's expected end with it, and drops the person's draft.
   * @throws NotFound, Forbidden, ChangedMeanwhile, MalformedRequest, NothingToRepeat, ReportRefused
   */
  async publish(target: ProjectTarget, input: ReportInput): Promise<CommandAnswer> {
    refuseMoreThanUnchanged(input);
    const name = input.correctsId == null ? 'status-report.publish' : 'status-report.correct';
    return this.commands.run(target, { name, may: 'status' }, async (tx, project) => {
      const last = await lastReportOf(tx, project.id);
      const content = this.contentOf(input, project, last);
      const faults = [
        ...faultsOfReport(content, last, this.clock.today()),
        ...(await faultsOfCorrection(tx, project, content.correctsId)),
      ];
      if (faults.length > 0) throw new ReportRefused(faults);
      const id = await this.insert(tx, project, content);
      await this.projects.moveExpectedEnd(tx, project, content.expectedEnd);
      await tx.delete(StatusDraft, { projectId: project.id, personId: target.actor.personId });
      return id;
    });
  }

  private contentOf(input: ReportInput, project: ClaimedProject, last: LastReport | null): ReportContent {
    const expectedEnd = input.expectedEnd ?? project.expectedEnd;
    const reportedOn = input.reportedOn ?? this.clock.today();
    if (input.unchanged === true) {
      if (last === null) throw new NothingToRepeat();
      // The reasons for getting worse belong to the report in which it happened.
      const repeated = { ...last, worseReason: null, wayBack: null, correctsId: null };
      return { ...repeated, expectedEnd, reportedOn, unchanged: true };
    }
    const { lights, progressPercent } = input;
    if (lights === undefined || progressPercent === undefined) {
      throw new MalformedRequest([{ pointer: '/lights', code: 'missing' }]);
    }
    return {
      lights: { ...lights, overall: lights.overall ?? worstOf(lights) },
      progressPercent,
      expectedEnd,
      reportedOn,
      overallReason: input.overallReason ?? null,
      done: input.done ?? '',
      next: input.next ?? '',
      blockers: input.blockers ?? '',
      helpWanted: input.helpWanted ?? null,
      worseReason: input.worseReason ?? null,
      wayBack: input.wayBack ?? null,
      unchanged: false,
      correctsId: input.correctsId ?? null,
    };
  }

  /** The instant of publication grows within a project even where clocks of servers differ: its order is the reports' order. */
  private async insert(tx: Tx, { id: projectId }: ClaimedProject, content: ReportContent): Promise<string> {
    const id = newId();
    const { lights, ...rest } = content;
    const [row] = await tx.query<{ publishedAt: string }>(
      `select greatest($2::timestamptz, max(published_at) + interval '1 microsecond') as "publishedAt"
         from status_report where project_id = $1`,
      [projectId, this.clock.now().toISOString()],
    );
    await tx.insert(StatusReport, {
      id,
      projectId,
      publishedAt: row?.publishedAt ?? this.clock.now().toISOString(),
      lightOverall: lights.overall,
      lightSchedule: lights.schedule,
      lightCost: lights.cost,
      lightScope: lights.scope,
      lightResources: lights.resources,
      ...rest,
    });
    return id;
  }
}

/** "Unchanged" stands alone: whatever else was sent would be lost silently. */
function refuseMoreThanUnchanged({ unchanged, ...rest }: ReportInput): void {
  if (unchanged !== true) return;
  const sent = Object.entries(rest).filter(([, value]) => value !== undefined);
  if (sent.length === 0) return;
  throw new MalformedRequest(sent.map(([key]) => ({ pointer: `/${key}`, code: 'not-with-unchanged' })));
}

async function faultsOfCorrection(
  tx: Tx,
  project: ClaimedProject,
  correctsId: string | null,
): Promise<Fault[]> {
  if (correctsId === null) return [];
  const found = await tx.query('select id from status_report where id = $1 and project_id = $2', [
    correctsId,
    project.id,
  ]);
  return found.length > 0 ? [] : [{ pointer: '/correctsId', code: 'report-unknown' }];
}
