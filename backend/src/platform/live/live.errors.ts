import { AppError } from '../errors/app-error.js';

/** One person has more live windows open than anybody looks at. */
export class TooManyStreams extends AppError {
  readonly status = 429;
  readonly code = 'too-many-streams';
  constructor(limit: number) {
    super('too many event streams of one person', { params: { limit }, retryAfterSeconds: 30 });
  }
}

/** An event stream is answered to those alone who ask for one. */
export class EventStreamOnly extends AppError {
  readonly status = 406;
  readonly code = 'event-stream-only';
  constructor() {
    super('this address answers Accept: text/event-stream only');
  }
}
