import { AppError } from '../platform/index.js';

/** More scenarios are to be computed than this process takes on at once. */
export class SolverBusy extends AppError {
  readonly status = 503;
  readonly code = 'scenario.solver-busy';
  constructor() {
    super('other scenarios are being computed', { retryAfterSeconds: 10 });
  }
}

/** Nothing was found in the time that a computation may take. */
export class SolverTooSlow extends AppError {
  readonly status = 503;
  readonly code = 'scenario.solver-too-slow';
  constructor() {
    super('the computation did not end in time', { retryAfterSeconds: 30 });
  }
}

/** The server is being stopped, or the computation ended by itself without an answer. */
export class SolverStopped extends AppError {
  readonly status = 503;
  readonly code = 'scenario.solver-stopped';
  constructor() {
    super('the computation was stopped', { retryAfterSeconds: 30 });
  }
}
