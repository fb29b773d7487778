import { Injectable } from '@nestjs/common';
import {
  type Actor,
  daysBetween,
  Forbidden,
  type Moment,
  momentName,
  NotFound,
  pageOf,
  type PageQuery,
  Reads,
  utc,
} from '../platform/index.js';
import { mayDo, projectKey, type RightsOnProject } from '../projects/index.js';
import type { DraftContentDto, StatusDraftDto } from './dto/status-draft.dto.js';
import type {
  ReportingDto,
  SingleStatusReportDto,
  StatusReportDto,
  StatusReportsDto,
} from './dto/status-reports.dto.js';
import type { ReportRequestDto } from './requests/report-request.dto.js';
import { openRequests } from './requests/report-requests.sql.js';
import { overdueDays, overdueSince, type Reporting } from './status-report.rules.js';

interface ListRow extends Reporting {
  version: number;
  rev: number;
  total: number;
  items: StatusReportDto[];
  requests: ReportRequestDto[];
}

interface SingleRow {
  projectId: string;
  version: number;
  rev: number;
  report: StatusReportDto | null;
}

interface DraftRow extends RightsOnProject {
  content: DraftContentDto | null;
  savedAt: string | null;
}

/** Answers what was reported. */
@Injectable()
export class StatusReportsQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * The published reports of a project, the newest first, and when the next one is awaited.
   * @throws NotFound
   */
  async list(moment: Moment, ref: string, query: PageQuery): Promise<StatusReportsDto> {
    const { column, value } = projectKey(ref);
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<ListRow>(moment, LIST[column], [value, pageSize, offset]);
    if (row === undefined) throw new NotFound('project');
    const { items, requests, total, version, rev, ...reporting } = row;
    return {
      items,
      total,
      page,
      pageSize,
      version,
      moment: momentName(rev, moment),
      reporting: reportingOf(reporting, moment.today),
      requests,
    };
  }

  /** @throws NotFound */
  async one(moment: Moment, ref: string, reportId: string): Promise<SingleStatusReportDto> {
    const { column, value } = projectKey(ref);
    const [row] = await this.reads.query<SingleRow>(moment, ONE[column], [value, reportId]);
    if (row === undefined) throw new NotFound('project');
    const { report, rev, ...project } = row;
    if (report === null) throw new NotFound('status-report');
    return { ...report, ...project, moment: momentName(rev, moment) };
  }

  /**
   * The person's own draft for a project; both null when there is none.
   * @throws NotFound, Forbidden
   */
  async draft(actor: Actor, ref: string): Promise<StatusDraftDto> {
    const { column, value } = projectKey(ref);
    const [row] = await this.reads.query<DraftRow>({ rev: null }, DRAFT[column], [value, actor.personId]);
    if (row === undefined) throw new NotFound('project');
    if (!mayDo(actor, row, 'status')) throw new Forbidden('project.status');
    return { content: row.content, savedAt: row.savedAt };
  }
}

function reportingOf(reporting: Reporting, today: string): ReportingDto {
  const { lastPublishedOn, phaseSince, rhythmDays } = reporting;
  return {
    lastPublishedOn,
    ageDays: Math.max(0, daysBetween(lastPublishedOn ?? phaseSince, today)),
    rhythmDays,
    overdueSince: overdueSince(reporting),
    overdueDays: overdueDays(reporting, today),
  };
}

const REPORT = `jsonb_build_object(
  'id', r.id, 'reportedOn', r.reported_on,
  'publishedAt', ${utc('r.published_at')},
  'lights', jsonb_build_object('overall', r.light_overall, 'schedule', r.light_schedule, 'cost', r.light_cost,
                               'scope', r.light_scope, 'resources', r.light_resources),
  'overallReason', r.overall_reason, 'progressPercent', r.progress_percent, 'expectedEnd', r.expected_end,
  'done', r.done, 'next', r.next, 'blockers', r.blockers, 'helpWanted', r.help_wanted,
  'worseReason', r.worse_reason, 'wayBack', r.way_back, 'unchanged', r.unchanged, 'correctsId', r.corrects_id,
  'correctedById', (select c.id from status_report c where c.project_id = r.project_id and c.corrects_id = r.id
                     order by c.published_at desc, c.id desc limit 1))`;

const byColumn = (sql: (column: string) => string): Record<'id' | 'number', string> => ({
  id: sql('id'),
  number: sql('number'),
});

const LIST = byColumn(
  (column) => `
  select p.version, current_rev() as rev, p.phase_since as "phaseSince",
         (select h.days from report_rhythm h where h.phase = p.phase) as "rhythmDays",
         (select (max(r.published_at) at time zone 'Europe/Berlin')::date
            from status_report r where r.project_id = p.id) as "lastPublishedOn",
         (select count(*) from status_report r where r.project_id = p.id)::int as total,
         ${openRequests('p.id')} as requests,
         coalesce((
           select jsonb_agg(${REPORT} order by r.published_at desc, r.id desc)
             from (select * from status_report where project_id = p.id
                    order by published_at desc, id desc limit $2 offset $3) r), '[]') as items
    from project p
   where p.${column} = $1`,
);

const ONE = byColumn(
  (column) => `
  select p.id as "projectId", p.version, current_rev() as rev,
         (select ${REPORT} from status_report r where r.id = $2 and r.project_id = p.id) as report
    from project p
   where p.${column} = $1`,
);

const DRAFT = byColumn(
  (column) => `
  select d.content, d.saved_at as "savedAt", p.office_id as "officeId",
         array(select person_id from project_person where project_id = p.id) as "personIds"
    from project p
    left join status_draft d on d.project_id = p.id and d.person_id = $2
   where p.${column} = $1`,
);
