import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Config, CONFIG } from '../config/index.js';
import {
  type Actor,
  countStatement,
  newId,
  NotFound,
  type Permission,
  Reads,
  type Tx,
} from '../platform/index.js';
import { actorOf, RIGHTS_COLUMNS, type RightsRow } from './actor.sql.js';
import { permissionsOf } from './role-permissions.js';
import { SIGN_IN_MINUTES } from './oidc/sign-in-minutes.js';
import { hashOf, newToken } from './token.js';

/** Who asks, by which session, and the newest revision seen while looking. */
export interface SignedIn {
  sessionId: string;
  actor: Actor;
  latestSeenRev: number;
}

/** What a session is begun with. */
export interface NewSession {
  personId: string;
  /** Browser and system in words, see `clientWords`. */
  client: string;
  /** By which the identity provider signed the person in, if it did. */
  provider?: ProviderSession;
}

/** What ends the session at the provider later, and lets the provider end it here. */
export interface ProviderSession {
  identityId: string;
  idToken: string;
  /** The provider's own name of the session (`sid`). */
  name: string | null;
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
  async begin({ personId, client, provider }: NewSession): Promise<string> {
    const token = newToken();
    countStatement();
    await this.dataSource.query(
      `insert into session (id, token_hash, person_id, client, identity_id, id_token, provider_session)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        newId(),
        hashOf(token),
        personId,
        client,
        provider?.identityId ?? null,
        provider?.idToken ?? null,
        provider?.name ?? null,
      ],
    );
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
      actor: actorOf(row, permissionsOf(row.roles, { isSecretary: row.is_secretary })),
    };
  }

  /** Whether a session goes on and its person still has a permission; to ask this is not to use the session. */
  async stillHas(sessionId: string, permission: Permission): Promise<boolean> {
    const [row] = await this.reads.query<SessionRow>({ rev: null }, CHECK, [
      sessionId,
      this.config.sessionIdleMinutes,
      this.config.sessionMaxHours,
    ]);
    return row !== undefined && permissionsOf(row.roles, { isSecretary: row.is_secretary }).has(permission);
  }

  /** Ends one session; returns the ID token by which it began, if the identity provider signed the person in. */
  async end(sessionId: string): Promise<string | null> {
    countStatement();
    const [[ended]] = await this.dataSource.query<[{ id_token: string | null }[], number]>(
      'delete from session where id = $1 returning id_token',
      [sessionId],
    );
    return ended?.id_token ?? null;
  }

  /**
   * Ends one session of a person, if it is the person's own.
   * @throws NotFound
   */
  async endOwn(personId: string, sessionId: string): Promise<void> {
    countStatement();
    const [, count] = await this.dataSource.query<[unknown, number]>(
      'delete from session where id = $1 and person_id = $2',
      [sessionId, personId],
    );
    if (count === 0) throw new NotFound('session');
  }

  /** Ends all sessions of a person but the one that is given: after a change of the password, or when asked to. */
  async endOthersOf(personId: string, exceptSessionId?: string): Promise<void> {
    countStatement();
    await this.dataSource.query('delete from session where person_id = $1 and id is distinct from $2', [
      personId,
      exceptSessionId ?? null,
    ]);
  }

  /**
   * Ends all sessions of a person inside the transaction that is the reason for it: rights that were taken or given
   * count from the next sign-in on, never in a session that began with others.
   */
  async endAllOf(tx: Tx, personId: string): Promise<void> {
    await tx.query('delete from session where person_id = $1', [personId]);
  }

  /** Removes sessions that have ended by themselves, and sign-ins that nobody came back from. */
  async sweep(): Promise<void> {
    await this.dataSource.query(
      `delete from session where seen_at < now() - make_interval(mins => $1)
          or created_at < now() - make_interval(hours => $2)`,
      [this.config.sessionIdleMinutes, this.config.sessionMaxHours],
    );
    await this.dataSource.query(
      'delete from oidc_sign_in where created_at < now() - make_interval(mins => $1)',
      [SIGN_IN_MINUTES],
    );
  }

  private async touch(sessionId: string): Promise<void> {
    countStatement();
    await this.dataSource.query('update session set seen_at = now() where id = $1', [sessionId]);
  }
}

const sessionBy = (condition: string): string => `
  select s.id, ${RIGHTS_COLUMNS},
         s.seen_at < now() - interval '1 minute' as untouched,
         (select max(rev) from change) as rev
    from session s join person p on p.id = s.person_id
   where ${condition}
     and s.seen_at > now() - make_interval(mins => $2)
     and s.created_at > now() - make_interval(hours => $3)`;

/** Writing "seen" once a minute is enough for an idle end counted in minutes. */
const FIND = sessionBy('s.token_hash = $1');
const CHECK = sessionBy('s.id = $1');
