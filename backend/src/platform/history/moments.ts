import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countStatement } from '../database/request-context.js';
import { addDays, dayOf, isDay } from '../time/calendar.js';
import { Clock } from '../time/clock.js';
import { type Moment, MomentInFuture, parseAsOf } from './moment.js';

interface FoundMoment {
  rev: number | null;
  day: string | null;
  future: boolean;
  /** Something newer was committed, so this will be the answer for ever. */
  final: boolean;
}

/** So many resolved moments are remembered. */
const REMEMBERED = 1000;

/** Finds the revision that a day, an instant or a name stands for. */
@Injectable()
export class Moments {
  private readonly remembered = new Map<string, FoundMoment>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves `asOf`; without it the moment is now. A day means its end in Europe/Berlin and today means now.
   * @param parameter under which the moment was asked for
   * @throws MomentMalformed, MomentInFuture
   */
  async resolve(asOf: string | undefined, latestSeen: number, parameter?: string): Promise<Moment> {
    const today = this.clock.today();
    if (asOf === undefined) return { rev: null, today, latestSeen };
    const wanted = parseAsOf(asOf, isDay, parameter);
    if (wanted.kind === 'day') {
      if (wanted.day > today) throw new MomentInFuture(asOf, parameter);
      if (wanted.day === today) return { rev: null, today, latestSeen };
      const found = await this.found(END_OF_DAY, addDays(wanted.day, 1));
      return { rev: found.rev ?? 0, today: wanted.day, latestSeen };
    }
    if (wanted.kind === 'instant') {
      const found = await this.found(INSTANT, wanted.instant);
      if (found.future) throw new MomentInFuture(asOf, parameter);
      return { rev: found.rev ?? 0, today: dayOf(wanted.instant), latestSeen };
    }
    const found = await this.found(REVISION, wanted.rev);
    if (found.future || (wanted.day ?? today) > today) throw new MomentInFuture(asOf, parameter);
    return { rev: found.rev ?? 0, today: wanted.day ?? found.day ?? today, latestSeen };
  }

  private async found(sql: string, value: string | number): Promise<FoundMoment> {
    const key = `${value} ${sql}`;
    const known = this.remembered.get(key);
    if (known !== undefined) return known;
    const found = await this.find(sql, value);
    if (found.final && this.remembered.size < REMEMBERED) this.remembered.set(key, found);
    return found;
  }

  /**
   * The shared lock waits for a writer who has drawn the time of his revision but not committed it yet: without it two
   * readers of one instant could see two answers.
   */
  private async find(sql: string, value: unknown): Promise<FoundMoment> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('READ COMMITTED');
      countStatement();
      await runner.query('select pg_advisory_xact_lock_shared(20220222)');
      countStatement();
      const rows = (await runner.query(sql, [value])) as FoundMoment[];
      await runner.commitTransaction();
      return rows[0] ?? { rev: null, day: null, future: false, final: false };
    } catch (error) {
      // A connection that was lost is let go of at once, and its transaction is gone with it.
      if (runner.isTransactionActive && !runner.isReleased) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

const END_OF_DAY = `
  select (select max(rev) from change where at < ($1::date::timestamp at time zone 'Europe/Berlin')) as rev,
         null as day, false as future,
         exists (select from change where at >= ($1::date::timestamp at time zone 'Europe/Berlin')) as final`;
const INSTANT = `
  select (select rev from change where at <= $1::timestamptz order by at desc limit 1) as rev,
         null as day, $1::timestamptz > clock_timestamp() as future,
         exists (select from change where at > $1::timestamptz) as final`;
const REVISION = `
  select (select max(rev) from change where rev <= $1::bigint) as rev,
         (select to_char(at at time zone 'Europe/Berlin', 'YYYY-MM-DD') from change
           where rev <= $1::bigint order by rev desc limit 1) as day,
         $1::bigint > coalesce((select max(rev) from change), 0) as future,
         $1::bigint <= coalesce((select max(rev) from change), 0) as final`;
