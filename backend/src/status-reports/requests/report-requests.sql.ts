import { utc } from '../../platform/index.js';
import { hasEnded } from '../../projects/index.js';

/** The request `q` is still to be answered: no report has come after it, and the project has not ended since. */
export const IS_UNANSWERED = `(
  not exists (select 1 from status_report answer
               where answer.project_id = q.project_id and answer.published_at > q.requested_at)
  and not exists (select 1 from project ended
                   where ended.id = q.project_id and ${hasEnded('ended.phase')}
                     and ended.phase_since >= (q.requested_at at time zone 'Europe/Berlin')::date))`;

/** The request `q` as the contract has it. */
export const REQUEST = `jsonb_build_object(
  'id', q.id, 'dueOn', q.due_on, 'requestedAt', ${utc('q.requested_at')}, 'note', q.note,
  'session', (select jsonb_build_object('id', s.id, 'number', s.number, 'startsAt', ${utc('s.starts_at')})
                from review_session s where s.id = q.session_id))`;

/** The requests of a project that are to be answered, the earliest first. */
export const openRequests = (projectId: string): string => `
  coalesce((select jsonb_agg(${REQUEST} order by q.due_on, q.requested_at, q.id)
              from report_request q where q.project_id = ${projectId} and ${IS_UNANSWERED}), '[]')`;

/** The earliest request of a project that is to be answered; null without one. */
export const nextRequest = (projectId: string): string => `
  (select ${REQUEST} from report_request q
    where q.project_id = ${projectId} and ${IS_UNANSWERED} order by q.due_on, q.requested_at, q.id limit 1)`;

/** The day until which the report of project overview `o` is in time by the rhythm; null without one. */
export const RHYTHM_DUE_ON = `(o.rhythm_since + (select r.days from report_rhythm r where r.phase = o.phase))`;
