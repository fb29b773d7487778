import { createHash } from 'node:crypto';
import { normalizeIP } from '@fastify/rate-limit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError, Transactions, type Tx } from '../../platform/index.js';
import { type Culprit, delayAfter, PEACE_S } from './sign-in-delay.rules.js';

/** There were too many failures of late; says so of accounts that do not exist, too. */
export class SignInDelayed extends AppError {
  readonly status = 429;
  readonly code = 'sign-in-delayed';
  constructor(seconds: number) {
    super('too many failures, wait', { params: { seconds }, retryAfterSeconds: seconds });
  }
}

/** Who tries, from where. */
export interface Attempt {
  login: string;
  /** As the server sees it, `request.ip`; of version 6 the network counts, whose rest anybody can change at will. */
  address: string;
  /** Hash of the browser's own token, when this login has succeeded in that browser before. */
  knownBrowser: Buffer | null;
}

/** One attempt that was counted as a failure before it was judged. */
export interface Charge {
  counted: { culprit: Culprit; key: Buffer; failures: number }[];
}

interface DelayRow {
  key: Buffer;
  failures: number;
  wait_seconds: number;
}

/**
 * The growing delay after failed sign-ins, in the database, so that all server processes share it. Each attempt counts
 * as a failure before the password is looked at, and is forgiven when it was right: of many that come at once, no more
 * get through than one after the other.
 *
 * A guesser is slowed down by account and by address, yet keeps nobody out: a browser in which the login has succeeded
 * before is held to its own failures alone, and a link by mail lets in whoever has the mailbox.
 */
@Injectable()
export class SignInDelays {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Counts an attempt against all that it can be held against, or against none of them while one has to wait.
   * @throws SignInDelayed (429)
   */
  async charge({ login, address, knownBrowser }: Attempt): Promise<Charge> {
    const held: [Culprit, string][] =
      knownBrowser === null
        ? [
            ['account', login],
            ['address', normalizeIP(address)],
          ]
        : [['browser', `${knownBrowser.toString('hex')} ${login}`]];
    return this.count(held);
  }

  /**
   * Counts a request for a link by mail against the address; asking is never forgiven.
   * @throws SignInDelayed (429)
   */
  async chargeAsking(address: string): Promise<void> {
    await this.count([['address', `links ${normalizeIP(address)}`]]);
  }

  /** Takes the count of an attempt back, and all others of the account: whoever knows the password is no guesser. */
  async forgive({ counted }: Charge): Promise<void> {
    await this.transactions.run({ command: 'sign-in.forgive' }, async (tx) => {
      for (const { culprit, key, failures } of counted) {
        if (culprit !== 'address') await tx.query('delete from sign_in_delay where key = $1', [key]);
        // The own success of a guesser does not wash the address clean of guesses at others.
        else await tx.query(FORGIVE_ONE, [key, failures]);
      }
    });
  }

  /** Forgets what was held against an account, for a new password has been set. */
  async clear(tx: Tx, login: string): Promise<void> {
    await tx.query('delete from sign_in_delay where key = $1', [keyOf('account', login)]);
  }

  /** Removes what is not held against anybody any more. */
  async sweep(): Promise<void> {
    await this.dataSource.query(
      'delete from sign_in_delay where failed_at < now() - make_interval(secs => $1)',
      [PEACE_S],
    );
  }

  private async count(held: [Culprit, string][]): Promise<Charge> {
    const culprits = held
      .map(([culprit, name]) => ({ culprit, key: keyOf(culprit, name) }))
      // Always in one order, so that two attempts never wait for each other.
      .sort((one, other) => one.key.compare(other.key));
    const keys = culprits.map(({ key }) => key);
    const { value } = await this.transactions.run({ command: 'sign-in.attempt' }, async (tx) => {
      await tx.query(ENSURE, [keys]);
      const rows = await tx.query<DelayRow>(LOCK, [keys, PEACE_S]);
      const wait = Math.max(...rows.map((row) => row.wait_seconds));
      if (wait > 0) throw new SignInDelayed(Math.ceil(wait));
      const counted = culprits.map(({ culprit, key }) => {
        const known = rows.find((row) => row.key.equals(key))?.failures ?? 0;
        return { culprit, key, failures: known + 1 };
      });
      for (const { culprit, key, failures } of counted) {
        await tx.query(COUNT, [key, failures, delayAfter(culprit, failures)]);
      }
      return { counted };
    });
    return value;
  }
}

/** Neither the login nor the address can be read from the table. */
function keyOf(culprit: Culprit, name: string): Buffer {
  return createHash('sha256').update(`${culprit}:${name}`).digest();
}

const ENSURE = `
  insert into sign_in_delay (key, failures, failed_at, blocked_until)
  select key, 0, now(), now() from unnest($1::bytea[]) with ordinality as given (key, place) order by place
  on conflict do nothing`;

const LOCK = `
  select key,
         case when failed_at < now() - make_interval(secs => $2) then 0 else failures end as failures,
         extract(epoch from blocked_until - clock_timestamp())::float8 as wait_seconds
    from sign_in_delay where key = any ($1) order by key for update`;

const COUNT = `
  update sign_in_delay
     set failures = $2, failed_at = clock_timestamp(), blocked_until = clock_timestamp() + make_interval(secs => $3)
   where key = $1`;

const FORGIVE_ONE = `
  update sign_in_delay
     set failures = greatest(failures - 1, 0),
         blocked_until = case when failures = $2 then now() else blocked_until end
   where key = $1`;
