import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  newId,
  NotFound,
  RuleViolated,
  Transactions,
  type Tx,
} from '../../platform/index.js';
import { faultsOfRequest } from './report-due.rules.js';
import type { AskedForReportsDto, AskForReportsDto } from './report-request.dto.js';
import { ReportRequest } from './report-request.entity.js';
import { IS_UNANSWERED } from './report-requests.sql.js';

/** Asks for reports. */
@Injectable()
export class ReportRequestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks all projects on the agenda of a session, or those that are named, for a report by a day. Whoever was asked for
   * the same session already and has not reported yet gets the new day instead of a second request.
   *
   * @throws NotFound (404), RuleViolated (422)
   */
  async ask(actor: Actor, input: AskForReportsDto): Promise<AskedForReportsDto> {
    const faults = faultsOfRequest(input, this.clock.today());
    if (faults.length > 0) throw new RuleViolated(faults);
    const { sessionId = null, dueOn, note = '' } = input;
    const { value, moment } = await this.transactions.run(
      { command: 'report-request.ask', actor },
      async (tx) => {
        const projectIds = await projectsOf(tx, sessionId, input.projectIds);
        const renewed = await tx.query<{ project_id: string }>(
          `update report_request q set due_on = $3, note = $4
            where q.project_id = any ($1) and q.session_id is not distinct from $2::uuid and ${IS_UNANSWERED}
           returning q.project_id`,
          [projectIds, sessionId, dueOn, note],
        );
        const known = new Set(renewed.map((row) => row.project_id));
        const asked = projectIds.filter((id) => !known.has(id));
        const requestedAt = this.clock.now().toISOString();
        if (asked.length > 0) {
          await tx.insert(
            ReportRequest,
            asked.map((projectId) => ({
              id: newId(),
              projectId,
              sessionId,
              dueOn,
              note,
              requestedAt,
              requestedById: actor.personId,
            })),
          );
        }
        return { asked: asked.length, renewed: known.size };
      },
    );
    return { ...value, moment };
  }
}

/** The projects that are asked, locked in one order, so that two who ask at once do not ask twice. */
async function projectsOf(tx: Tx, sessionId: string | null, named?: readonly string[]): Promise<string[]> {
  if (sessionId !== null) {
    const found = await tx.query('select 1 from review_session where id = $1', [sessionId]);
    if (found.length === 0) throw new NotFound('review-session');
  }
  const projects = await tx.query<{ id: string }>(
    `select id from project
      where ($1::uuid[] is null or id = any ($1))
        and ($1::uuid[] is not null
             or id in (select project_id from review_item where session_id = $2::uuid and state = 'taken'))
      order by id for update`,
    [named ?? null, sessionId],
  );
  if (named !== undefined && projects.length < named.length) {
    throw new RuleViolated([{ pointer: '/projectIds', code: 'report-request.project-unknown' }]);
  }
  if (projects.length === 0) {
    throw new RuleViolated([{ pointer: '/sessionId', code: 'report-request.agenda-empty' }]);
  }
  return projects.map(({ id }) => id);
}
