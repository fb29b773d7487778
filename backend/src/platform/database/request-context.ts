import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known about the request that is being answered, for its log line, metrics and problem document. */
export interface RequestContext {
  correlationId: string;
  personId: string | null;
  statements: number;
  /** Set when the request came with an Idempotency-Key. */
  idempotency?: IdempotentRequest;
}

/** A request that is to be carried out once, however often it comes. */
export interface IdempotentRequest {
  key: string;
  /** All that must be the same when it comes again: method, address, body. */
  request: string;
  /** How many of its transactions have begun. */
  transactions: number;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs the answer to one request with its own context. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the request being answered; undefined outside of one. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Adds one SQL statement to the count of the request being answered. */
export function countStatement(): void {
  const context = storage.getStore();
  if (context) context.statements += 1;
}
