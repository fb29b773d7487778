import { utc } from '../platform/index.js';

/** The closed session `b` before session `s`; of two that begin at the same instant the lower number is the earlier. */
export const SESSION_BEFORE = `
  review_session b where b.state = 'closed' and (b.starts_at, b.number) < (s.starts_at, s.number)
   order by b.starts_at desc, b.number desc limit 1`;

/** The name of the session `alias`. */
export const sessionName = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'number', ${alias}.number, 'startsAt', ${utc(`${alias}.starts_at`)})`;

/**
 * Condition `c` of project `p` from session `s` as the contract has it; the parameter is the day up to which delay
 * counts.
 */
export const conditionSql = (today: string): string => `jsonb_build_object(
  'id', c.id, 'version', c.version,
  'project', jsonb_build_object('id', p.id, 'number', p.number, 'title', p.title),
  'session', ${sessionName('s')}, 'decisionId', c.decision_id, 'text', c.text, 'dueOn', c.due_on,
  'ownerRole', c.owner_role, 'state', c.state,
  'delayDays', greatest(0, least(c.met_on, ${today}::date) - c.due_on),
  'evidence', c.evidence, 'evidenceUrl', c.evidence_url, 'reportedAt', ${utc('c.reported_at')},
  'answer', c.answer, 'answeredAt', ${utc('c.answered_at')}, 'metOn', c.met_on)`;

/** Conditions with the project and the session that they belong to. */
export const CONDITIONS = `review_condition c join project p on p.id = c.project_id
                           join review_session s on s.id = c.session_id`;

/** Decision `d` as the contract has it, with its conditions. */
export const decisionSql = (today: string): string => `jsonb_build_object(
  'id', d.id, 'outcome', d.outcome, 'text', d.text, 'comeBackOn', d.come_back_on, 'decidedAt', ${utc('d.decided_at')},
  'conditions', (select coalesce(jsonb_agg(${conditionSql(today)} order by c.due_on, c.id), '[]')
                   from ${CONDITIONS} where c.decision_id = d.id))`;
