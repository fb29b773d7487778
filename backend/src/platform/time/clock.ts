import { Injectable } from '@nestjs/common';
import { dayOf } from './calendar.js';

/** The one place that asks what time it is; tests put another one in its place. */
@Injectable()
export class Clock {
  /** The present instant. */
  now(): Date {
    return new Date();
  }

  /** Today in Europe/Berlin, as 'YYYY-MM-DD'. */
  today(): string {
    return dayOf(this.now());
  }
}
