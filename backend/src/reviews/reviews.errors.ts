import { AppError } from '../platform/index.js';

/** The session is closed: what was decided stands, and is corrected by an addendum alone. */
export class SessionClosed extends AppError {
  readonly status = 409;
  readonly code = 'review.session-closed';
  constructor() {
    super('the session is closed');
  }
}

/** The session is not in the state that this needs: nothing is decided before it is opened, or opened twice. */
export class SessionNotOpen extends AppError {
  readonly status = 409;
  readonly code = 'review.session-not-open';
  constructor(state: string) {
    super(`the session is ${state}`, { params: { state } });
  }
}

/** The session has begun already. */
export class SessionAlreadyOpen extends AppError {
  readonly status = 409;
  readonly code = 'review.session-already-open';
  constructor() {
    super('the session is open already');
  }
}

/** An item with a decision stays on the agenda. */
export class ItemDecided extends AppError {
  readonly status = 409;
  readonly code = 'review.item-decided';
  constructor() {
    super('the item has a decision');
  }
}

/** The condition is not in the state that this needs. */
export class ConditionNotInState extends AppError {
  readonly status = 409;
  readonly code = 'review.condition-not-in-state';
  constructor(state: string) {
    super(`the condition is ${state}`, { params: { state } });
  }
}
