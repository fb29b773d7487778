import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type CommandAnswer,
  Forbidden,
  NotFound,
  Permission,
  RuleViolated,
  Transactions,
  type Tx,
} from '../platform/index.js';
import { mayDo, type RightsOnProject } from '../projects/index.js';
import { changedMeanwhile } from './changed-meanwhile.js';
import { canBeReported, faultsOfAnswer, mayReport } from './condition.rules.js';
import type { AnswerEvidenceDto, PutEvidenceDto } from './dto/review-condition-input.dto.js';
import { ReviewCondition } from './review-condition.entity.js';
import type { ConditionOwner, ConditionState } from './review.enums.js';
import { ConditionNotInState } from './reviews.errors.js';

/** One condition, on the version that was read. */
export interface ConditionTarget {
  id: string;
  version: number;
  actor: Actor;
}

/** Lets conditions be met: evidence is presented, accepted or returned. */
@Injectable()
export class ReviewConditionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Presents what shows that a condition is met; it then waits for an answer.
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412), ConditionNotInState (409)
   */
  report(target: ConditionTarget, { evidence, evidenceUrl = null }: PutEvidenceDto): Promise<CommandAnswer> {
    return this.run('review-condition.report', target, async (tx, condition) => {
      const { actor } = target;
      const may = mayReport(condition.ownerRole, {
        runsProject: mayDo(actor, condition, 'status'),
        isFinance: actor.roles.includes('finance'),
        isSecretary: actor.permissions.has(Permission.SessionEdit),
      });
      if (!may) throw new Forbidden('condition.report');
      await refuseOldVersion(tx, condition, target.version);
      if (!canBeReported(condition.state)) throw new ConditionNotInState(condition.state);
      return {
        state: 'reported',
        evidence,
        evidenceUrl,
        reportedAt: this.clock.now().toISOString(),
        reportedById: actor.personId,
      };
    });
  }

  /**
   * Accepts the evidence, with which the condition is met, or returns it with what is missing.
   * @throws NotFound (404), ChangedMeanwhile (412), ConditionNotInState (409), RuleViolated (422)
   */
  answer(target: ConditionTarget, { accepted, text = '' }: AnswerEvidenceDto): Promise<CommandAnswer> {
    return this.run('review-condition.answer', target, async (tx, condition) => {
      await refuseOldVersion(tx, condition, target.version);
      if (condition.state !== 'reported') throw new ConditionNotInState(condition.state);
      const faults = faultsOfAnswer({ accepted, text });
      if (faults.length > 0) throw new RuleViolated(faults);
      return {
        state: accepted ? 'met' : 'returned',
        answer: text,
        answeredAt: this.clock.now().toISOString(),
        answeredById: target.actor.personId,
        metOn: accepted ? this.clock.today() : null,
      };
    });
  }

  private async run(
    name: string,
    { id, actor }: ConditionTarget,
    work: (tx: Tx, condition: ClaimedCondition) => Promise<Partial<ReviewCondition>>,
  ): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command: name, actor }, async (tx) => {
      const condition = await claim(tx, id);
      const changes = await work(tx, condition);
      const version = condition.version + 1;
      await tx.update(ReviewCondition, { id }, { ...changes, version });
      return { id, version };
    });
    return { ...value, moment };
  }
}

interface ClaimedCondition extends RightsOnProject {
  id: string;
  version: number;
  state: ConditionState;
  ownerRole: ConditionOwner;
}

async function claim(tx: Tx, id: string): Promise<ClaimedCondition> {
  const [condition] = await tx.query<ClaimedCondition>(
    `select c.id, c.version, c.state, c.owner_role as "ownerRole", p.office_id as "officeId",
            array(select person_id from project_person where project_id = p.id) as "personIds"
       from review_condition c join project p on p.id = c.project_id
      where c.id = $1 for update of c`,
    [id],
  );
  if (condition === undefined) throw new NotFound('review-condition');
  return condition;
}

async function refuseOldVersion(tx: Tx, condition: ClaimedCondition, version: number): Promise<void> {
  if (condition.version !== version) throw await changedMeanwhile(tx, 'review_condition', condition);
}
