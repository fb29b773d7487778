import { Injectable } from '@nestjs/common';
import {
  AlreadyExists,
  type CommandAnswer,
  newId,
  NotFound,
  RuleViolated,
  type Tx,
} from '../platform/index.js';
import { AgendaProposals } from './agenda-proposals.js';
import { faultsOfOrder } from './agenda.rules.js';
import { changedMeanwhile } from './changed-meanwhile.js';
import type { AddItemDto, EditItemDto } from './dto/review-item-input.dto.js';
import { ReviewItem } from './review-item.entity.js';
import type { ItemState } from './review.enums.js';
import { ItemDecided } from './reviews.errors.js';
import { SessionCommands, type SessionTarget, UNTIL_CLOSED } from './session-commands.js';

/** Keeps the agenda of sessions. */
@Injectable()
export class ReviewItemsService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly proposals: AgendaProposals,
  ) {}

  /**
   * Puts a project or a topic at the end of the agenda, or drops a proposal; keeps the reasons that speak for it now.
   * @throws NotFound (404), SessionClosed, AlreadyExists (409), RuleViolated (422)
   */
  async add(target: SessionTarget, input: AddItemDto): Promise<CommandAnswer> {
    const { projectId = null, title = '' } = input;
    if (projectId === null && title === '') {
      throw new RuleViolated([{ pointer: '/projectId', code: 'review.item-without-subject' }]);
    }
    const reasons = projectId === null ? [] : await this.proposals.reasonsFor(target.ref, projectId);
    return this.commands.run(target, command('review-item.add', 'whole'), async (tx, session) => {
      if (projectId !== null) await refuseProject(tx, projectId, session.id);
      const id = newId();
      await tx.insert(ReviewItem, {
        ...input,
        id,
        sessionId: session.id,
        position: await nextPosition(tx, session.id),
        projectId,
        title,
        origin: reasons.length > 0 ? 'proposed' : 'added',
        reasons,
      });
      return { id, version: 1, itemId: id };
    });
  }

  /**
   * Takes or drops an item, or changes its title or note.
   * @throws NotFound (404), ChangedMeanwhile (412), SessionClosed, ItemDecided (409)
   */
  edit(
    target: SessionTarget & { version: number },
    id: string,
    changes: EditItemDto,
  ): Promise<CommandAnswer> {
    return this.commands.run(target, command('review-item.edit', 'whole'), async (tx, session) => {
      const item = await claimItem(tx, { id, sessionId: session.id, version: target.version });
      if (changes.state === 'dropped' && item.decided) throw new ItemDecided();
      const last = changes.state === 'taken' && item.state === 'dropped';
      const position = last ? { position: await nextPosition(tx, session.id) } : {};
      await tx.update(ReviewItem, { id }, { ...changes, ...position, version: item.version + 1 });
      return { id, version: item.version + 1, itemId: id };
    });
  }

  /**
   * Takes an item off the agenda, so that it is a proposal again or nothing.
   * @throws NotFound (404), ChangedMeanwhile (412), SessionClosed, ItemDecided (409)
   */
  remove(target: SessionTarget & { version: number }, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, command('review-item.remove', 'whole'), async (tx, session) => {
      const item = await claimItem(tx, { id, sessionId: session.id, version: target.version });
      if (item.decided) throw new ItemDecided();
      await tx.delete(ReviewItem, { id });
      return { id: session.id, version: session.version, itemId: id };
    });
  }

  /**
   * Puts the taken items into an order; all of them are named, each once.
   * @throws NotFound (404), ChangedMeanwhile (412), SessionClosed (409), RuleViolated (422)
   */
  order(target: SessionTarget & { version: number }, itemIds: readonly string[]): Promise<CommandAnswer> {
    const ordering = { name: 'review-item.order', during: UNTIL_CLOSED, notice: 'item' } as const;
    return this.commands.runOnVersion(target, ordering, async (tx, session) => {
      const taken = await tx.query<{ id: string }>(
        `select id from review_item where session_id = $1 and state = 'taken'`,
        [session.id],
      );
      const faults = faultsOfOrder(
        itemIds,
        taken.map(({ id }) => id),
      );
      if (faults.length > 0) throw new RuleViolated(faults);
      await tx.query(
        `update review_item set position = wanted.position
           from unnest($1::uuid[]) with ordinality as wanted (id, position) where review_item.id = wanted.id`,
        [itemIds],
      );
    });
  }
}

const command = (name: string, lock: 'whole' | 'shared') =>
  ({ name, during: UNTIL_CLOSED, notice: 'item', lock }) as const;

/** An item that a command has locked. */
export interface ClaimedItem {
  id: string;
  version: number;
  projectId: string | null;
  state: ItemState;
  decided: boolean;
}

/** @throws NotFound (404), ChangedMeanwhile (412) */
export async function claimItem(
  tx: Tx,
  { id, sessionId, version }: { id: string; sessionId: string; version: number },
): Promise<ClaimedItem> {
  const [item] = await tx.query<Omit<ClaimedItem, 'decided'>>(
    `select id, version, project_id as "projectId", state
       from review_item where id = $1 and session_id = $2 for update`,
    [id, sessionId],
  );
  if (item === undefined) throw new NotFound('review-item');
  if (item.version !== version) throw await changedMeanwhile(tx, 'review_item', item);
  const decisions = await tx.query('select id from review_decision where item_id = $1', [id]);
  return { ...item, decided: decisions.length > 0 };
}

async function nextPosition(tx: Tx, sessionId: string): Promise<number> {
  const [row] = await tx.query<{ position: number }>(
    'select coalesce(max(position), 0) + 1 as position from review_item where session_id = $1',
    [sessionId],
  );
  return row?.position ?? 1;
}

async function refuseProject(tx: Tx, projectId: string, sessionId: string): Promise<void> {
  const [found] = await tx.query<{ known: boolean; listed: boolean }>(
    `select exists (select from project where id = $1) as known,
            exists (select from review_item where project_id = $1 and session_id = $2) as listed`,
    [projectId, sessionId],
  );
  if (found?.known !== true) throw new RuleViolated([{ pointer: '/projectId', code: 'reference-unknown' }]);
  if (found.listed) throw new AlreadyExists('review-item', '/projectId');
}
