import { IS_UNANSWERED } from '../status-reports/index.js';

/** Entries that a program is given at most; a calendar with more helps nobody. */
const MOST_ENTRIES = 5_000;

/** The SQL that writes an instant as text: ISO in UTC, whole seconds. */
export const instant = (value: string): string =>
  `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** When the newest version of a record was made. */
const changedAt = (table: string, id: string): string => `(
  select ${instant('stamp.at')} from history.${table} h join change stamp on stamp.rev = h.from_rev
   where h.id = ${id} order by h.from_rev desc limit 1)`;

const near = (day: string): string => `${day} between $1::date - 90 and $1::date + 730`;

const MILESTONES = `
  select 'milestone' as kind, m.id, m.moves as sequence, ${changedAt('milestone', 'm.id')} as "changedAt",
         coalesce(m.actual_on, m.expected_on)::text as at, p.number, p.title as "projectTitle", m.title as text,
         null as place
    from milestone m join project p on p.id = m.project_id
   where p.phase <> 'cancelled' and ${near('coalesce(m.actual_on, m.expected_on)')}`;

/** Sessions, when $2 says that they may be read. */
const SESSIONS = `
  select 'session', s.id, s.version, ${changedAt('review_session', 's.id')}, ${instant('s.starts_at')}, s.number::text,
         null, s.title, s.place
    from review_session s
   where $2::boolean and ${near(`(s.starts_at at time zone 'Europe/Berlin')::date`)}`;

const ordered = (entries: string): string => `${entries} order by at, kind, id limit ${MOST_ENTRIES}`;

/** What concerns the person $3. */
export const PERSONAL = ordered(`
  with recursive mine as (select project_id as id from project_person where person_id = $3::uuid),
  me as (select roles, is_secretary, office_id from person where id = $3::uuid),
  coordinated as (
    select office_id as id from me where 'office-coordinator' = any (roles)
    union
    select u.id from org_unit u join coordinated on u.parent_id = coordinated.id)
  ${MILESTONES} and p.id in (select id from mine)
  union all
  select 'report', p.id, 0, ${instant('r.since')}, r.due_on::text, p.number, p.title, '', null
    from project p
    join report_rhythm on report_rhythm.phase = p.phase
    cross join lateral (
      select last.at as since, (last.at at time zone 'Europe/Berlin')::date + report_rhythm.days as due_on
        from (select coalesce((select max(published_at) from status_report where project_id = p.id),
                              p.phase_since::timestamp at time zone 'Europe/Berlin') as at) last) r
   where p.id in (select id from mine)
  union all
  select 'report', q.id, 0, ${instant('q.requested_at')}, q.due_on::text, p.number, p.title, '', null
    from report_request q join project p on p.id = q.project_id
   where p.id in (select id from mine)
     and ${IS_UNANSWERED}
  union all
  select 'condition', c.id, c.version, ${changedAt('review_condition', 'c.id')}, c.due_on::text, p.number, p.title,
         c.text, null
    from review_condition c join project p on p.id = c.project_id cross join me
   where c.state <> 'met'
     and ((c.owner_role in ('project-lead', 'office-coordinator') and p.id in (select id from mine))
          or (c.owner_role = 'office-coordinator' and p.office_id in (select id from coordinated))
          or (c.owner_role in ('finance', 'portfolio-office') and c.owner_role = any (me.roles))
          or (c.owner_role = 'commission' and me.is_secretary))
  union all ${SESSIONS}`);

/** Milestones of the office $3 with the units below it and of the action field $4, null for all, and sessions. */
export const PORTFOLIO = ordered(`
  with recursive unit as (
    select $3::uuid as id
    union
    select u.id from org_unit u join unit on u.parent_id = unit.id)
  ${MILESTONES}
     and ($3::uuid is null or p.office_id in (select id from unit))
     and ($4::uuid is null or p.primary_action_field_id = $4::uuid
          or exists (select from project_action_field x where x.project_id = p.id and x.action_field_id = $4::uuid))
  union all ${SESSIONS}`);
