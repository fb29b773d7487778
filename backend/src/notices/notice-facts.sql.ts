import type { NoticeKind } from './notice.enums.js';
import { AWAITED, decidedAt, OPEN_REQUEST, OWNER, RECIPIENT, TEAM } from './occasions.sql.js';

/** A report that was asked for and has not come: $1 the request, $2 the day due. */
const REQUESTED_REPORT = `
  select p.number, p.title, q.note, q.due_on::text as "dueOn"
    from (select q.* from ${OPEN_REQUEST}) q join project p on p.id = q.project_id
   where q.id = $1 and q.due_on = $2::date`;

/** A report that is still awaited: $1 the project, $2 the day due. */
const AWAITED_REPORT = `
  with ${AWAITED}
  select p.number, p.title, a.due_on::text as "dueOn"
    from awaited a join project p on p.id = a.project_id
   where p.id = $1 and a.due_on = $2::date`;

/** A condition that is not met, nor said to be: $1 the condition, $2 the day due. */
const OPEN_CONDITION = `
  select p.number, p.title, c.text, c.due_on::text as "dueOn"
    from review_condition c join project p on p.id = c.project_id
   where c.id = $1 and c.due_on = $2::date and c.state in ('open', 'returned')`;

/** A decision as it still stands: $1 the decision, $2 when it was made. */
const DECISION = `
  select p.number, p.title, s.number as session, d.outcome, d.text, d.come_back_on::text as "comeBackOn",
         (select coalesce(jsonb_agg(jsonb_build_object('text', c.text, 'dueOn', c.due_on) order by c.due_on, c.id), '[]')
            from review_condition c where c.decision_id = d.id) as conditions
    from review_decision d join project p on p.id = d.project_id join review_session s on s.id = d.session_id
   where d.id = $1 and ${decidedAt('d')} = $2`;

/** So many lines each part of a digest has at most; the rest stands on the start page. */
const MOST_LINES = 30;

const listOf = (columns: string, from: string, order: string): string => `
  (select coalesce(jsonb_agg(line), '[]')
     from (select ${columns} from ${from} order by ${order} limit ${MOST_LINES}) line)`;

/** A week of the person $1 at the instant $2, on the day $3. */
const DIGEST = `
  with recursive ${RECIPIENT}, ${TEAM}, ${AWAITED}, ${OWNER},
  mine as (select p.id, p.number, p.title from team t join project p on p.id = t.project_id where t.person_id = $1),
  seen as (
    select * from mine
    union
    select p.id, p.number, p.title from watch w join project p on p.id = w.project_id where w.person_id = $1)
  select ${listOf(
    'm.number, m.title, a.due_on as "dueOn"',
    'mine m join awaited a on a.project_id = m.id where a.due_on <= $3::date + 7',
    'a.due_on, m.number',
  )} as reports,
  ${listOf(
    'p.number, p.title, c.due_on as "dueOn", left(c.text, 300) as text',
    `review_condition c join owner o on o.condition_id = c.id and o.person_id = $1
       join project p on p.id = c.project_id
      where c.state in ('open', 'returned') and c.due_on <= $3::date + 14`,
    'c.due_on, p.number, c.id',
  )} as conditions,
  ${listOf(
    'm.number, m.title, d.outcome, s.number as session',
    `mine m join review_decision d on d.project_id = m.id join review_session s on s.id = d.session_id
      where d.decided_at > $2::timestamptz - interval '7 days'`,
    'd.decided_at, m.number',
  )} as decisions,
  ${listOf(
    'm.number, m.title, count(*)::int as count',
    `seen m join history.project h on h.id = m.id join change c on c.rev = h.from_rev
      where c.at > $2::timestamptz - interval '7 days' and c.actor_id is distinct from $1
      group by m.id, m.number, m.title`,
    'm.number',
  )} as changes`;

/** What mails of a kind say, and nothing where there is nothing to say any more. Finance answers itself what changed. */
export const FACTS: Record<Exclude<NoticeKind, 'finance-digest'>, string> = {
  'report-requested': REQUESTED_REPORT,
  'report-reminder': AWAITED_REPORT,
  'report-overdue': AWAITED_REPORT,
  'condition-due': OPEN_CONDITION,
  'condition-late': OPEN_CONDITION,
  decision: DECISION,
  digest: DIGEST,
};
