import { Injectable } from '@nestjs/common';
import { type Moment, momentName, pageOf, type PageQuery, Reads } from '../../platform/index.js';
import { reportDue, type ReportDates } from './report-due.rules.js';
import type { OverdueListDto, OverdueProjectDto } from './report-request.dto.js';
import { IS_UNANSWERED, nextRequest, RHYTHM_DUE_ON } from './report-requests.sql.js';

type OverdueRow = ReportDates & Omit<OverdueProjectDto, 'dueOn' | 'overdueDays' | 'because'>;

/** Answers whose reports are missing. */
@Injectable()
export class ReportingQueries {
  constructor(private readonly reads: Reads) {}

  /** Projects whose report is overdue by rhythm or by request, the longest first, judged on the day of the moment. */
  async overdue(moment: Moment, query: PageQuery): Promise<OverdueListDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<{ rev: number; total: number; items: OverdueRow[] }>(
      moment,
      OVERDUE,
      [moment.today, pageSize, offset],
    );
    const { rev, total, items } = row ?? { rev: 0, total: 0, items: [] };
    return {
      items: items.flatMap(({ rhythmDueOn, requestDueOn, ...project }) => {
        const due = reportDue({ rhythmDueOn, requestDueOn }, moment.today);
        return due === null ? [] : [{ ...project, ...due }];
      }),
      total,
      page,
      pageSize,
      moment: momentName(rev, moment),
    };
  }
}

const OFFICE = `(select jsonb_build_object('id', u.id, 'shortName', u.short_name, 'name', u.name)
                   from org_unit u where u.id =`;
const PERSON = `jsonb_build_object('id', person.id, 'displayName', person.display_name,
                                   'office', ${OFFICE} person.office_id))`;
const TEAM = `from project_person team join person on person.id = team.person_id where team.project_id = late.id`;

const OVERDUE = `
  with late as materialized (
    select o.id, o.number, o.title, o.phase, o.office_id, ${RHYTHM_DUE_ON} as rhythm_due_on, asked.due_on as request_due_on,
           case when o.report_count > 0 then o.rhythm_since end as last_published_on
      from project_overview o
      left join (select q.project_id, min(q.due_on) as due_on from report_request q
                  where ${IS_UNANSWERED} group by q.project_id) asked on asked.project_id = o.id
     where least(${RHYTHM_DUE_ON}, asked.due_on) < $1::date
  ),
  page as materialized (
    select * from late order by least(rhythm_due_on, request_due_on), number limit $2 offset $3
  )
  select current_rev() as rev, (select count(*) from late)::int as total,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', late.id, 'number', late.number, 'title', late.title, 'phase', late.phase,
                   'office', ${OFFICE} late.office_id),
                   'lead', (select ${PERSON} ${TEAM} and team.function = 'lead' limit 1),
                   'deputies', (select coalesce(jsonb_agg(${PERSON} order by person.display_name, person.id), '[]')
                                  ${TEAM} and team.function = 'deputy'),
                   'lastPublishedOn', late.last_published_on,
                   'rhythmDueOn', late.rhythm_due_on, 'requestDueOn', late.request_due_on,
                   'request', ${nextRequest('late.id')})
                   order by least(late.rhythm_due_on, late.request_due_on), late.number), '[]')
            from page late) as items`;
