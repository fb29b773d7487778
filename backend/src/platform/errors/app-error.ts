/** One fault of an input: where it is, what it is, and the numbers that a message needs. */
export interface Fault {
  /** JSON pointer into the body or the query; `#path/<name>` and `#header/<name>` for what stands elsewhere. */
  pointer: string;
  code: string;
  params?: Record<string, unknown>;
}

/** What an error tells its reader besides its code. */
export interface ErrorDetails {
  params?: Record<string, unknown>;
  errors?: Fault[];
  /** The current state of what somebody else changed meanwhile. */
  current?: unknown;
  /** After how many seconds it is worth trying again: the header Retry-After. */
  retryAfterSeconds?: number;
}

/** Everything that can go wrong by rule: a stable code, an HTTP status and what a message needs. */
export abstract class AppError extends Error {
  abstract readonly status: number;
  abstract readonly code: string;

  constructor(
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}

/** The thing does not exist, or not for this person. */
export class NotFound extends AppError {
  readonly status = 404;
  readonly code = 'not-found';
  constructor(what: string) {
    super(`${what} not found`, { params: { what } });
  }
}

/** The person may see this, but not do it. */
export class Forbidden extends AppError {
  readonly status = 403;
  readonly code = 'forbidden';
  constructor(permission: string) {
    super(`not allowed: ${permission}`, { params: { permission } });
  }
}

/** Nobody is signed in, or the session has ended. */
export class NotSignedIn extends AppError {
  readonly status = 401;
  readonly code = 'not-signed-in';
  constructor() {
    super('sign in first');
  }
}

/** The request is malformed; lists every fault. */
export class MalformedRequest extends AppError {
  readonly status = 400;
  readonly code = 'malformed';
  constructor(errors: Fault[]) {
    super('the request is malformed', { errors });
  }
}

/** A domain rule says no to well-formed input; lists every fault. */
export class RuleViolated extends AppError {
  readonly status = 422;
  readonly code: string = 'rule-violated';
  constructor(errors: Fault[]) {
    super('a rule says no', { errors });
  }
}

/** A change or delete came without If-Match. */
export class IfMatchMissing extends AppError {
  readonly status = 428;
  readonly code = 'if-match-missing';
  constructor() {
    super('If-Match with the version that was read is missing');
  }
}

/** Somebody else changed the record since it was read; carries the current state and who changed it. */
export class ChangedMeanwhile extends AppError {
  readonly status = 412;
  readonly code = 'changed-meanwhile';
  constructor(current: {
    version: number;
    changedBy?: string | null;
    changedAt?: string | null;
    command?: string | null;
  }) {
    super('changed by somebody else meanwhile', { current, params: { ...current } });
  }
}

/** Something of this kind exists already. */
export class AlreadyExists extends AppError {
  readonly status = 409;
  readonly code = 'already-exists';
  constructor(what: string, pointer?: string) {
    super(`${what} exists already`, {
      params: { what },
      ...(pointer === undefined ? {} : { errors: [{ pointer, code: 'already-exists' }] }),
    });
  }
}
