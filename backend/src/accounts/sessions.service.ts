import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Config, CONFIG } from '../config/index.js';
import { type Actor, countStatement, newId, Reads } from '../platform/index.js';
import { actorOf, RIGHTS_COLUMNS, type RightsRow } from './actor.sql.js';
import { permissionsOf } from './role-permissions.js';

/** Who asks, by which session, and the newest revision seen while looking. */
export interface SignedIn {
  sessionId: string;
  actor: Actor;
  latestSeenRev: number;
}

interface SessionRow extends RightsRow {
  id: string;
  untouched: boolean;
  rev: number;
}

/** Server-side sessions: opaque token in the cookie, its hash in the table, idle and absolute end. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: Reads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Begins a session and returns the token for the cookie, the only time that it exists outside the browser. */
  async begin(personId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    countStatement();
    await this.dataSource.query('insert into session (id, token_hash, person_id) values ($1, $2, $3)', [
      newId(),
      hashOf(token),
      personId,
    ]);
    return token;
  }

  /** Finds the session of a token with the person's rights; undefined when there is none or it has ended. */
  async find(token: string): Promise<SignedIn | undefined> {
    // A prepared statement: parsing and planning this anew would cost every request three times what running it does.
    const [row] = await this.reads.query<SessionRow>({ rev: null }, FIND, [
      hashOf(token),
      this.config.sessionIdleMinutes,
      this.config.sessionMaxHours,
    ]);
    if (row === undefined) return undefined;
    if (row.untouched) await this.touch(row.id);
    return {
      sessionId: row.id,
      latestSeenRev: row.rev,
      actor: actorOf(row, permissionsOf(row.roles)),
    };
  }

  /** Ends one session. */
  async end(sessionId: string): Promise<void> {
    countStatement();
    await this.dataSource.query('delete from session where id = $1', [sessionId]);
  }

  /** Removes sessions that have ended by themselves. */
  async sweep(): Promise<void> {
    await this.dataSource.query(
      `delete from session where seen_at < now() - make_interval(mins => $1)
          or created_at < now() - make_interval(hours => $2)`,
      [this.config.sessionIdleMinutes, this.config.sessionMaxHours],
    );
  }

  private async touch(sessionId: string): Promise<void> {
    countStatement();
    await this.dataSource.query('update session set seen_at = now() where id = $1', [sessionId]);
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Writing "seen" once a minute is enough for an idle end counted in minutes. */
const FIND = `
  select s.id, ${RIGHTS_COLUMNS},
         s.seen_at < now() - interval '1 minute' as untouched,
         (select max(rev) from change) as rev
    from session s join person p on p.id = s.person_id
   where s.token_hash = $1
     and s.seen_at > now() - make_interval(mins => $2)
     and s.created_at > now() - make_interval(hours => $3)`;
