import { utc } from '../../platform/index.js';
import { hasEnded } from '../../projects/index.js';
import { SESSION_BEFORE } from '../reviews.sql.js';

const PROJECT = `jsonb_build_object('id', o.id, 'number', o.number, 'title', o.title)`;

/** Days by which the report of project `o` is overdue on the day. */
const overdueDays = (day: string): string => `greatest(0, coalesce(${day}::date - o.rhythm_since - (
  select r.days from report_rhythm r where r.phase = o.phase), 0))`;

/** Conditions of a project that are not met; those of the session itself are asked for in it, not before. */
const openConditions = (day: string, where: string): string => `coalesce((
  select jsonb_agg(jsonb_build_object(
           'project', jsonb_build_object('id', cp.id, 'number', cp.number, 'title', cp.title),
           'sessionNumber', cs.number, 'text', c.text, 'dueOn', c.due_on, 'ownerRole', c.owner_role, 'state', c.state,
           'delayDays', greatest(0, ${day}::date - c.due_on)) order by c.due_on, cp.number, c.id)
    from review_condition c
    join project cp on cp.id = c.project_id
    join review_session cs on cs.id = c.session_id
   where c.state <> 'met' and ${where}), '[]')`;

/** The last report of project `o`. */
const LAST_REPORT = `
  left join lateral (
    select * from status_report where project_id = o.id order by published_at desc, id desc limit 1) r on true`;

/** Projects that are steered: what came to its end has no lights, reports or gaps to talk about. */
const STEERED = `not ${hasEnded('o.phase')}`;

const sessionSql = (column: string): string => `
  select s.id, current_rev() as rev,
         jsonb_build_object(
           'number', s.number, 'startsAt', ${utc('s.starts_at')}, 'title', s.title, 'place', s.place,
           'participants', (
             select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'label', m.label, 'attendance', m.attendance)
                      order by array_position(array['chair', 'secretary', 'member', 'finance', 'portfolio-office', 'guest'], m.role),
                               m.label, m.id), '[]')
               from review_participant m where m.session_id = s.id)) as session,
         (select jsonb_build_object('number', b.number, 'startsAt', ${utc('b.starts_at')}, 'rev', b.closed_rev,
                                    'on', (b.closed_at at time zone 'Europe/Berlin')::date)
            from ${SESSION_BEFORE}) as since,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'project', (select jsonb_build_object('id', p.id, 'number', p.number, 'title', p.title)
                                 from project p where p.id = i.project_id),
                   'title', i.title, 'reasons', i.reasons, 'note', i.note) order by i.position, i.id), '[]')
            from review_item i where i.session_id = s.id and i.state = 'taken') as agenda
    from review_session s where s.${column} = $1`;

/** The session with its agenda, and the closed one before it. */
export const SESSION = { id: sessionSql('id'), number: sessionSql('number') };

/** What the whole portfolio has to say on the day $1 to the session $2. */
export const OVERVIEW = `
  select coalesce((
           select jsonb_agg(jsonb_build_object(
                    'project', ${PROJECT}, 'light', r.light_overall, 'reportedOn', r.reported_on,
                    'ageDays', greatest(0, $1::date - (r.published_at at time zone 'Europe/Berlin')::date),
                    'why', coalesce(nullif(r.worse_reason, ''), nullif(r.overall_reason, ''), r.blockers),
                    'wayBack', coalesce(r.way_back, ''))
                    order by r.light_overall = 'red' desc, o.number)
             from project_overview o ${LAST_REPORT}
            where ${STEERED} and r.light_overall in ('red', 'amber')), '[]') as lights,
         coalesce((
           select jsonb_agg(jsonb_build_object(
                    'project', ${PROJECT}, 'overdueDays', ${overdueDays('$1')}, 'lastReportedOn', o.reported_on)
                    order by ${overdueDays('$1')} desc, o.number)
             from project_overview o where ${overdueDays('$1')} > 0), '[]') as overdue,
         coalesce((
           select jsonb_agg(jsonb_build_object(
                    'project', ${PROJECT}, 'operatingCents', o.gap_operating_cents, 'capitalCents', o.gap_capital_cents)
                    order by o.gap_operating_cents + o.gap_capital_cents desc, o.number)
             from project_overview o
            where ${STEERED} and o.gap_operating_cents + o.gap_capital_cents > 0), '[]') as gaps,
         ${openConditions('$1', 'c.session_id <> $2::uuid')} as conditions`;

const score = (voice: string): string => `(
  select case when g.not_applicable then 'not-applicable' else g.score::text end
    from principle_score g where g.project_id = o.id and g.principle_id = d.id and g.voice = '${voice}')`;

/** The projects $2 on the day $1, without the conditions of session $3. */
export const PROJECTS = `
  select o.id, o.phase, coalesce(u.short_name, u.name) as office, ${overdueDays('$1')} as "overdueDays",
         coalesce((
           select jsonb_agg(jsonb_build_object(
                    'reportedOn', six.reported_on, 'overall', six.light_overall, 'schedule', six.light_schedule,
                    'cost', six.light_cost, 'scope', six.light_scope, 'resources', six.light_resources)
                    order by six.published_at, six.id)
             from (select * from status_report where project_id = o.id
                    order by published_at desc, id desc limit 6) six), '[]') as lights,
         case when r.id is not null then jsonb_build_object(
           'progressPercent', r.progress_percent, 'done', r.done, 'next', r.next, 'blockers', r.blockers,
           'worseReason', r.worse_reason, 'wayBack', r.way_back, 'helpWanted', r.help_wanted) end as report,
         jsonb_build_object('baselineEnd', o.baseline_end, 'approvedEnd', o.approved_end,
                            'expectedEnd', o.expected_end, 'moves', o.end_moves, 'slipDays', o.slip_days) as promise,
         jsonb_build_object('project', ${PROJECT}, 'operatingCents', o.gap_operating_cents,
                            'capitalCents', o.gap_capital_cents) as gap,
         coalesce((
           select jsonb_agg(jsonb_build_object(
                    'title', jsonb_build_object('de', d.title_de, 'en', d.title_en),
                    'self', ${score('self')}, 'review', ${score('review')}) order by d.position, d.key)
             from design_principle d
             join action_field f on f.strategy_id = d.strategy_id
            where f.id = o.primary_action_field_id), '[]') as grid,
         ${openConditions('$1', 'c.project_id = o.id and c.session_id <> $3::uuid')} as conditions
    from project_overview o
    left join org_unit u on u.id = o.office_id
    ${LAST_REPORT}
   where o.id = any ($2::uuid[])`;
