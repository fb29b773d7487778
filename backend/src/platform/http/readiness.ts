import { Injectable } from '@nestjs/common';
import { AppError } from '../errors/app-error.js';

/** This process is about to end; another one may be there already. */
export class Stopping extends AppError {
  readonly status = 503;
  readonly code = 'stopping';
  constructor() {
    super('this process is stopping', { retryAfterSeconds: 5 });
  }
}

/** Whether this process wants to be sent requests. */
@Injectable()
export class Readiness {
  private stopping = false;

  /** From now on whoever asks is told to send requests elsewhere. */
  leave(): void {
    this.stopping = true;
  }

  /** @throws Stopping (503) */
  check(): void {
    if (this.stopping) throw new Stopping();
  }
}
