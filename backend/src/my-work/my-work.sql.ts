import { utc } from '../platform/index.js';
import { hasEnded } from '../projects/index.js';
import { IS_UNANSWERED, nextRequest, RHYTHM_DUE_ON } from '../status-reports/index.js';

const MOST = 50;

/** The project of overview `o`. */
const PROJECT = `jsonb_build_object('id', o.id, 'number', o.number, 'title', o.title, 'phase', o.phase) as project`;
/** The session `s`. */
const SESSION = `jsonb_build_object('id', s.id, 'number', s.number, 'startsAt', ${utc('s.starts_at')}) as session`;

/**
 * The projects of a person: led or stood in for (`$1` is the person, `$2` whom the person stands in for), and those of the
 * offices `$3` that the person coordinates.
 */
const OWN = `
  own as materialized (
    select project_id, case min(rank) when 1 then 'lead' when 2 then 'deputy' else 'office' end as "as"
      from (
        select project_id, case when person_id = $1 and function = 'lead' then 1 else 2 end as rank
          from project_person where person_id = $1 or person_id = any ($2::uuid[])
        union all
        select id, 3 from project where office_id = any ($3::uuid[])
      ) related
     group by project_id
  )`;

/** Reports that are due until `$4`; of the offices that are only coordinated those that are overdue on the day `$5`. */
export const REPORTS = `
  with ${OWN}, dated as materialized (
    select o.id, ${PROJECT}, own."as", case when o.report_count > 0 then o.rhythm_since end as "lastPublishedOn",
           ${RHYTHM_DUE_ON} as "rhythmDueOn", asked.request, (asked.request ->> 'dueOn')::date as "requestDueOn"
      from own join project_overview o on o.id = own.project_id
     cross join lateral (select ${nextRequest('o.id')} as request) asked
  )
  select project, "as", "lastPublishedOn", "rhythmDueOn", "requestDueOn", request
    from dated
   where ("as" <> 'office' and ("requestDueOn" is not null or "rhythmDueOn" <= $4::date))
      or least("requestDueOn", "rhythmDueOn") < $5::date
   order by "as" = 'office', least("requestDueOn", "rhythmDueOn"), project ->> 'number'
   limit ${MOST}`;

/** Check grids of own projects that are still before their end and not settled. */
export const GRIDS = `
  with ${OWN}
  select ${PROJECT}, own."as", o.self_settled as settled, o.principle_count as of
    from own join project_overview o on o.id = own.project_id
   where own."as" <> 'office' and o.self_settled < o.principle_count and not ${hasEnded('o.phase')}
   order by o.number
   limit ${MOST}`;

const CONDITION = `
  c.id, ${PROJECT}, ${SESSION}, c.text, c.due_on as "dueOn", greatest(0, $5::date - c.due_on) as "overdueDays",
  c.state, c.answer`;
const CONDITIONS = `
  review_condition c join project_overview o on o.id = c.project_id join review_session s on s.id = c.session_id`;

/**
 * Conditions that wait for the person: of the own projects those for whoever runs them, and those for the offices `$4`
 * whatever the project.
 */
export const OWN_CONDITIONS = `
  with ${OWN}
  select ${CONDITION} from ${CONDITIONS} left join own on own.project_id = c.project_id
   where c.state in ('open', 'returned')
     and (c.owner_role = any ($4::text[])
          or (own."as" in ('lead', 'deputy') and c.owner_role in ('project-lead', 'office-coordinator'))
          or (own."as" = 'office' and c.owner_role = 'office-coordinator'))
   order by c.due_on, c.id
   limit ${MOST}`;

/** Evidence that waits for an answer. */
export const EVIDENCE = `
  select ${CONDITION.replaceAll('$5', '$1')} from ${CONDITIONS}
   where c.state = 'reported'
   order by c.reported_at, c.id
   limit ${MOST}`;

/** What was decided about own projects since the instant `$4`. */
export const DECISIONS = `
  with ${OWN}
  select d.id, ${PROJECT}, ${SESSION}, d.outcome, d.text, d.come_back_on as "comeBackOn",
         ${utc('d.decided_at')} as "decidedAt",
         (select count(*) from review_condition c where c.decision_id = d.id)::int as "conditionCount"
    from own join review_decision d on d.project_id = own.project_id
    join project_overview o on o.id = d.project_id
    join review_session s on s.id = d.session_id
   where own."as" <> 'office' and d.decided_at >= $4::timestamptz
   order by d.decided_at desc, d.id desc
   limit ${MOST}`;

/** What changed on the projects that person `$1` watches since the instant `$2`; every command makes a version. */
export const WATCHED = `
  select ${PROJECT},
         (select count(*) from history.project v join change on change.rev = v.from_rev
           where v.id = o.id and change.at >= $2::timestamptz)::int as "changeCount",
         (select coalesce(jsonb_agg(jsonb_build_object('command', newest.command, 'at', ${utc('newest.at')})
                   order by newest.rev desc), '[]')
            from (select change.rev, change.command, change.at
                    from history.project v join change on change.rev = v.from_rev
                   where v.id = o.id and change.at >= $2::timestamptz
                   order by change.rev desc limit 5) newest) as changes
    from watch w join project_overview o on o.id = w.project_id
   where w.person_id = $1
   order by (select max(v.from_rev) from history.project v where v.id = o.id) desc
   limit ${MOST}`;

/** Reports that person `$1` has begun. */
export const DRAFTS = `
  select ${PROJECT}, ${utc('d.saved_at')} as "savedAt"
    from status_draft d join project_overview o on o.id = d.project_id
   where d.person_id = $1
   order by d.saved_at desc
   limit ${MOST}`;

/** The session that runs or comes next. */
export const NEXT_SESSION = `
  select s.id, s.number, ${utc('s.starts_at')} as "startsAt", s.title, s.place, s.state,
         (select count(*) from review_item i where i.session_id = s.id and i.state = 'taken')::int as "itemCount",
         (select count(*) from report_request q where q.session_id = s.id and ${IS_UNANSWERED})::int as "openRequestCount"
    from review_session s
   where s.state in ('planned', 'running')
   order by s.state = 'planned', s.starts_at, s.number
   limit 1`;

/** How many reports are overdue on the day `$1`. */
export const OVERDUE_COUNT = `
  select count(*)::int as count
    from project_overview o
    left join (select q.project_id, min(q.due_on) as due_on from report_request q
                where ${IS_UNANSWERED} group by q.project_id) asked on asked.project_id = o.id
   where least(${RHYTHM_DUE_ON}, asked.due_on) < $1::date`;
