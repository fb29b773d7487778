import { AlreadyExists, AppError, MalformedRequest, RuleViolated } from './app-error.js';

/** The database can't be reached or is going down: try again in a moment. */
export class DatabaseAway extends AppError {
  readonly status = 503;
  readonly code = 'database-away';
  constructor() {
    super('the database can not be reached', { retryAfterSeconds: 5 });
  }
}

/** A statement was given up because it took longer than a request may. */
export class TookTooLong extends AppError {
  readonly status = 503;
  readonly code = 'took-too-long';
  constructor() {
    super('the database took too long for this', { retryAfterSeconds: 5 });
  }
}

/** Somebody else holds what is to be changed and does not let go of it. */
export class Busy extends AppError {
  readonly status = 503;
  readonly code = 'busy';
  constructor() {
    super('somebody else is changing the same', { retryAfterSeconds: 5 });
  }
}

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** How the pool, its connections and TypeORM say that a connection broke; these errors have no code. */
const LOST =
  /Connection terminated|timeout exceeded when trying|connection error and is not queryable|[Qq]uery runner (?:was )?already released/;

/**
 * Translates what PostgreSQL refuses into the project's errors, by the constraint's name; anything that is no fault of
 * the client is returned as it came.
 */
export function translatePostgresError(error: unknown): unknown {
  const { code, constraint, message } = fieldsOf(error);
  if (code === '23505') return new AlreadyExists(constraint ?? 'record');
  if (code === '23503')
    return new RuleViolated([{ pointer: '', code: 'reference-unknown', params: { constraint } }]);
  if (code === '23514' || code === '23001' || code === '23502') {
    return new RuleViolated([{ pointer: '', code: 'constraint-violated', params: { constraint } }]);
  }
  if (code === '22P02' || code === '22003' || code === '22021' || code === '22008' || code === '22007') {
    return new MalformedRequest([{ pointer: '', code: 'value-impossible' }]);
  }
  if (code === '57014') return new TookTooLong();
  if (code === '55P03') return new Busy();
  if ((code !== undefined && AWAY.has(code)) || LOST.test(message)) {
    return new DatabaseAway();
  }
  return error;
}

function fieldsOf(error: unknown): { code?: string; constraint?: string; message: string } {
  if (typeof error !== 'object' || error === null) return { message: '' };
  const { code, constraint, message } = error as Record<string, unknown>;
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    message: typeof message === 'string' ? message : '',
  };
}
