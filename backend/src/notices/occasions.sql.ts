import { utc } from '../platform/index.js';
import { IS_UNANSWERED, RHYTHM_DUE_ON } from '../status-reports/index.js';

/** Whom mails can reach: nobody who left, no machine, nobody made up. */
export const RECIPIENT = `
  recipient as (
    select p.id, p.roles, p.office_id, p.is_secretary, coalesce(n.mode, 'single') as mode,
           coalesce(n.finance_digest, 'never') as finance_digest
      from person p left join notice_preference n on n.person_id = p.id
     where p.kind = 'person' and p.left_at is null and not p.is_sample and p.mail is not null)`;

/** Who leads a project, or is the deputy on it, and may act on it. */
export const TEAM = `
  team as (
    select x.project_id, r.id as person_id, r.mode
      from project_person x join recipient r on r.id = x.person_id
     where r.roles && '{project-lead, office-coordinator, portfolio-office}')`;

/** Requests `q` for a report that has not come yet. */
export const OPEN_REQUEST = `report_request q where ${IS_UNANSWERED}`;

/** The last day on which the next report of a project is in time: by the rhythm of its phase, or as it was asked for. */
export const AWAITED = `
  awaited as (
    select project_id, min(due_on) as due_on from (
      select o.id as project_id, ${RHYTHM_DUE_ON} as due_on from project_overview o
      union all
      select q.project_id, q.due_on from ${OPEN_REQUEST}) due
     group by project_id)`;

/** Whose it is to meet a condition that is not met, or said to be. */
export const OWNER = `
  unit as (
    select r.id as person_id, r.office_id as id from recipient r where 'office-coordinator' = any (r.roles)
    union
    select unit.person_id, u.id from org_unit u join unit on u.parent_id = unit.id),
  owner as (
    select c.id as condition_id, t.person_id, t.mode
      from review_condition c join team t on t.project_id = c.project_id where c.owner_role = 'project-lead'
    union
    select c.id, r.id, r.mode
      from review_condition c join project p on p.id = c.project_id
      join unit on unit.id = p.office_id join recipient r on r.id = unit.person_id
     where c.owner_role = 'office-coordinator'
    union
    select c.id, r.id, r.mode
      from review_condition c join recipient r on c.owner_role = any (r.roles)
     where c.owner_role in ('finance', 'portfolio-office')
        or (c.owner_role = 'commission' and r.is_secretary))`;

/** When decision `d` was made, as the key of its notice. */
export const decidedAt = (alias: string): string => utc(`${alias}.decided_at`);

/** So long a decision may still be corrected in the room before anybody is told. */
const SETTLED_AFTER = `interval '10 minutes'`;

/** So many days before a report is due its lead is reminded. */
export const WARNING_DAYS = 3;

/**
 * Notes all that people are to be told at the instant $1, on the day $2, $3 days before a report is due; $4 are the roles
 * that may read which amounts changed.
 */
export const OCCASIONS = `
  with recursive ${RECIPIENT}, ${TEAM}, ${AWAITED}, ${OWNER}, found as (
    select t.person_id, 'report-reminder', a.project_id, a.due_on::text
      from awaited a join team t using (project_id)
     where t.mode <> 'weekly' and a.due_on between $2::date and $2::date + $3::int
       -- Who was asked for it today needs no reminder today.
       and not exists (select from report_request q
                        where q.project_id = a.project_id and q.due_on = a.due_on
                          and q.requested_at > $1::timestamptz - interval '1 day')
    union all
    select t.person_id, 'report-requested', q.id, q.due_on::text
      from (select q.* from ${OPEN_REQUEST}) q join team t using (project_id)
     -- Told again where the day was moved; once it has passed, the overdue report is told.
     where t.mode <> 'weekly' and q.due_on >= $2::date
    union all
    -- Once a week until there is a report.
    select t.person_id, 'report-overdue', a.project_id, a.due_on || '/' || ($2::date - a.due_on - 1) / 7
      from awaited a join team t using (project_id)
     where t.mode <> 'weekly' and a.due_on < $2::date
    union all
    select o.person_id, case when c.due_on < $2::date then 'condition-late' else 'condition-due' end, c.id,
           c.due_on::text
      from review_condition c join owner o on o.condition_id = c.id
     where o.mode <> 'weekly' and c.state in ('open', 'returned')
       and c.due_on between $2::date - 30 and $2::date + 7
    union all
    -- Once for each time that it is decided: who was told the one is told the other.
    select t.person_id, 'decision', d.id, ${decidedAt('d')}
      from review_decision d join team t using (project_id)
     where t.mode = 'single'
       and d.decided_at between $1::timestamptz - interval '3 days' and $1::timestamptz - ${SETTLED_AFTER}
    union all
    -- On Monday from seven o'clock on, or the day after where no process was there.
    select r.id, 'digest', r.id, monday::date::text
      from recipient r,
           date_trunc('week', ($1::timestamptz at time zone 'Europe/Berlin') - interval '7 hours') monday
     where r.mode = 'weekly'
       and ($1::timestamptz at time zone 'Europe/Berlin') - interval '7 hours' < monday + interval '2 days'
    union all
    -- As early on Monday, or on the first of a month: the whole week or month before, named by its first and last day.
    select r.id, 'finance-digest', r.id, (p.begins - p.length)::date || '/' || (p.begins::date - 1)
      from (select ($1::timestamptz at time zone 'Europe/Berlin') - interval '7 hours' as at) clock,
           lateral (values ('weekly', date_trunc('week', clock.at), interval '7 days'),
                           ('monthly', date_trunc('month', clock.at), interval '1 month')) p (rhythm, begins, length)
           join recipient r on r.finance_digest = p.rhythm and r.roles && $4::text[]
     where clock.at < p.begins + interval '2 days')
  insert into notice (id, person_id, kind, subject_id, due_key)
  select uuidv7(), found.* from found
  on conflict do nothing
  returning id`;
