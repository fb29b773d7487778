import { AppError, MalformedRequest } from '../errors/app-error.js';

/** The moment a read speaks of. */
export interface Moment {
  /** The revision to read, or null for the live state. */
  rev: number | null;
  /** The day on which what depends on today (age, overdue) is judged, in Europe/Berlin. */
  today: string;
  /** The newest revision that the request's session look-up saw: a hint for kept answers, never the truth. */
  latestSeen: number;
}

/**
 * The name under which an answer can be read again, exactly: its revision, and the day on which age and overdue were
 * judged. Without the day an answer of today, made from a change of last week, would come back judged on that day.
 */
export function momentName(rev: number, moment: Pick<Moment, 'today'>): string {
  return `r${rev}@${moment.today}`;
}

/** A moment after now was asked for. */
export class MomentInFuture extends AppError {
  readonly status = 400;
  readonly code = 'moment-in-future';
  constructor(asOf: string, parameter = 'asOf') {
    super('the future can not be read', {
      params: { asOf },
      errors: [{ pointer: `/${parameter}`, code: 'moment-in-future' }],
    });
  }
}

/** A moment is none of: a day, an instant, a revision. */
export class MomentMalformed extends MalformedRequest {
  constructor(parameter = 'asOf') {
    super([{ pointer: `/${parameter}`, code: 'moment-malformed' }]);
  }
}

/** The thing that was asked for keeps no history. */
export class NoHistoryHere extends MalformedRequest {
  constructor() {
    super([{ pointer: '/asOf', code: 'no-history-here' }]);
  }
}

/**
 * What `asOf` can say: a revision 'r123' (judged on the day of its commit) or 'r123@2026-11-23' (judged on that day), a
 * day 'YYYY-MM-DD', or an instant with up to six decimals.
 */
export type AsOf =
  | { kind: 'rev'; rev: number; day?: string }
  | { kind: 'day'; day: string }
  | { kind: 'instant'; instant: string };

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;

/**
 * Reads the text of `asOf`.
 * @throws MomentMalformed
 */
export function parseAsOf(text: string, isDay: (day: string) => boolean, parameter?: string): AsOf {
  const [name = '', judgedOn, ...more] = text.split('@');
  if (/^r\d{1,15}$/.test(name) && more.length === 0) {
    const rev = Number(name.slice(1));
    if (judgedOn === undefined) return { kind: 'rev', rev };
    if (isDay(judgedOn)) return { kind: 'rev', rev, day: judgedOn };
  }
  if (isDay(text)) return { kind: 'day', day: text };
  const day = INSTANT.exec(text)?.[1];
  if (day !== undefined && isDay(day)) return { kind: 'instant', instant: text };
  throw new MomentMalformed(parameter);
}
