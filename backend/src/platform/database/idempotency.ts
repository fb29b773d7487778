import { createHash, createHmac } from 'node:crypto';
import { AppError } from '../errors/app-error.js';
import { requestContext } from './request-context.js';
import type { Tx } from './tx.js';

/** Hours for which a key stands for what was done with it. */
export const KEPT_HOURS = 24;

/** The same key came with another address or body. */
export class IdempotencyKeyReused extends AppError {
  readonly status = 422;
  readonly code = 'idempotency-key-reused';
  constructor() {
    super('this Idempotency-Key was used for another request', {
      errors: [{ pointer: '#header/idempotency-key', code: 'idempotency-key-reused' }],
    });
  }
}

/** One transaction of a request that came with a key. */
export interface KeyedCommand {
  personId: string;
  keyHash: Buffer;
  requestHash: Buffer;
}

/**
 * The next transaction of the request being answered, if it came with a key from somebody who is signed in. A request
 * of several transactions has one entry for each, in their order, so that a repeated one goes on where the first ended.
 */
export function nextKeyedCommand(): KeyedCommand | null {
  const context = requestContext();
  if (context?.idempotency == null || context.personId === null) return null;
  const { key, request, transactions } = context.idempotency;
  context.idempotency = { key, request, transactions: transactions + 1 };
  return {
    personId: context.personId,
    keyHash: createHash('sha256').update(`${transactions}:${key}`).digest(),
    requestHash: createHmac('sha256', key).update(request).digest(),
  };
}

/**
 * Takes the key for this transaction, or returns what was answered with it before. Whoever comes while the first is
 * still at work waits for its end; when the first fails nothing was done, and the next one does it.
 * @throws IdempotencyKeyReused (422)
 */
export async function claimKey(
  tx: Tx,
  { personId, keyHash, requestHash }: KeyedCommand,
): Promise<{ value: unknown; moment: string } | null> {
  const claimed = await tx.query(
    `insert into idempotency_key (person_id, key_hash, request_hash) values ($1, $2, $3)
     on conflict do nothing returning 1`,
    [personId, keyHash, requestHash],
  );
  if (claimed.length > 0) return null;
  const [known] = await tx.query<{ fits: boolean; answer: { value: unknown; moment: string } }>(
    `select request_hash = $3 as fits, answer from idempotency_key where person_id = $1 and key_hash = $2`,
    [personId, keyHash, requestHash],
  );
  if (known === undefined) return claimKey(tx, { personId, keyHash, requestHash });
  if (!known.fits) throw new IdempotencyKeyReused();
  return known.answer;
}

/** Keeps what the transaction answers, in the transaction itself: there is no commit without it. */
export async function keepAnswer(
  tx: Tx,
  { personId, keyHash }: KeyedCommand,
  answer: { value: unknown; moment: string },
): Promise<void> {
  await tx.query('update idempotency_key set answer = $3 where person_id = $1 and key_hash = $2', [
    personId,
    keyHash,
    JSON.stringify(answer),
  ]);
}
