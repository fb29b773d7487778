import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, newId, NotFound, RuleViolated, type Tx } from '../platform/index.js';
import { faultsOfDecision } from './decision.rules.js';
import type { PutDecisionDto, SetConditionDto } from './dto/review-decision-input.dto.js';
import { ReviewCondition } from './review-condition.entity.js';
import { ReviewDecision } from './review-decision.entity.js';
import { type ClaimedItem, claimItem } from './review-items.service.js';
import { SessionCommands, type SessionTarget } from './session-commands.js';

/** One item of a session, on the version that was read. */
export interface ItemTarget extends SessionTarget {
  itemId: string;
  /** Version of the item. */
  version: number;
}

/** Records what a session decides. */
@Injectable()
export class ReviewDecisionsService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly clock: Clock,
  ) {}

  /**
   * Records the decision for an item with its conditions, or puts it in the place of the one before. Conditions that
   * stay word for word keep what was reported of them.
   * @throws NotFound (404), ChangedMeanwhile (412), SessionClosed, SessionNotOpen (409), RuleViolated (422)
   */
  put(target: ItemTarget, input: PutDecisionDto): Promise<CommandAnswer> {
    return this.commands.run(target, command('review-decision.record'), async (tx, session) => {
      const item = await claimItem(tx, { ...target, id: target.itemId, sessionId: session.id });
      const { outcome, text = '', comeBackOn = null, conditions = [] } = input;
      const faults = faultsOfDecision(
        { outcome, comeBackOn, conditions },
        { hasProject: item.projectId !== null, today: this.clock.today() },
      );
      if (faults.length > 0) throw new RuleViolated(faults);
      const id = await this.write(tx, item, {
        sessionId: session.id,
        outcome,
        text,
        comeBackOn,
        decidedById: target.actor.personId,
      });
      await replaceConditions(tx, { decisionId: id, sessionId: session.id, item }, conditions);
      // Whoever decides about a dropped item has taken it after all.
      await tx.query(`update review_item set version = version + 1, state = 'taken' where id = $1`, [
        item.id,
      ]);
      return { id, version: item.version + 1, itemId: item.id };
    });
  }

  /**
   * Takes a decision back, with its conditions; only while the session runs.
   * @throws NotFound (404), ChangedMeanwhile (412), SessionClosed, SessionNotOpen (409)
   */
  remove(target: ItemTarget): Promise<CommandAnswer> {
    return this.commands.run(target, command('review-decision.remove'), async (tx, session) => {
      const item = await claimItem(tx, { ...target, id: target.itemId, sessionId: session.id });
      if (!item.decided) throw new NotFound('review-decision');
      await tx.query(
        'delete from review_condition where decision_id = (select id from review_decision where item_id = $1)',
        [item.id],
      );
      await tx.delete(ReviewDecision, { itemId: item.id });
      await tx.query('update review_item set version = version + 1 where id = $1', [item.id]);
      return { id: item.id, version: item.version + 1, itemId: item.id };
    });
  }

  private async write(
    tx: Tx,
    { id: itemId, projectId }: ClaimedItem,
    content: Pick<ReviewDecision, 'sessionId' | 'outcome' | 'text' | 'comeBackOn' | 'decidedById'>,
  ): Promise<string> {
    const decided = { ...content, decidedAt: this.clock.now().toISOString() };
    const [known] = await tx.query<{ id: string }>('select id from review_decision where item_id = $1', [
      itemId,
    ]);
    if (known !== undefined) {
      await tx.update(ReviewDecision, { id: known.id }, decided);
      return known.id;
    }
    const id = newId();
    await tx.insert(ReviewDecision, { ...decided, id, itemId, projectId });
    return id;
  }
}

const command = (name: string) =>
  ({ name, during: ['running'], notice: 'decision', lock: 'shared' }) as const;

async function replaceConditions(
  tx: Tx,
  { decisionId, sessionId, item }: { decisionId: string; sessionId: string; item: ClaimedItem },
  wanted: readonly SetConditionDto[],
): Promise<void> {
  const known = await tx.query<SetConditionDto & { id: string }>(
    `select id, text, due_on as "dueOn", owner_role as "ownerRole" from review_condition where decision_id = $1`,
    [decisionId],
  );
  const gone = known.filter((condition) => !wanted.some((one) => isSame(one, condition)));
  if (gone.length > 0) {
    await tx.query('delete from review_condition where id = any ($1)', [gone.map(({ id }) => id)]);
  }
  const added = wanted.filter((condition) => !known.some((one) => isSame(one, condition)));
  const { projectId } = item;
  if (added.length === 0 || projectId === null) return;
  await tx.insert(
    ReviewCondition,
    added.map(({ text, dueOn, ownerRole }) => ({
      id: newId(),
      projectId,
      sessionId,
      decisionId,
      text,
      dueOn,
      ownerRole,
    })),
  );
}

function isSame(one: SetConditionDto, other: SetConditionDto): boolean {
  return one.text === other.text && one.dueOn === other.dueOn && one.ownerRole === other.ownerRole;
}
