import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Actor,
  Clock,
  countStatement,
  newId,
  NotFound,
  Reads,
  RuleViolated,
  Transactions,
} from '../platform/index.js';
import { actorOf, RIGHTS_COLUMNS, type RightsRow } from './actor.sql.js';
import { faultsOfToken, usable } from './api-token.rules.js';
import type { CreateApiTokenDto, CreatedApiTokenDto } from './dto/api-token.dto.js';
import { Person } from './person.entity.js';
import { recordRights } from './record-rights.js';
import { permissionsOf } from './role-permissions.js';

/** The machine that asks, and the newest revision seen while looking. */
export interface MachineAsking {
  actor: Actor;
  latestSeenRev: number;
}

interface TokenRow extends RightsRow {
  id: string;
  permissions: string[];
  untouched: boolean;
  rev: number;
}

/** Says what an API token is; the prefix lets scanners for leaked secrets find it. */
const PREFIX = 'da_';
const TOKEN = /^da_[\w-]{43}$/;
const HINT_LENGTH = 8;

/** API tokens of machines: 256 random bits, of which only the SHA-256 is kept. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a token with the machine that it stands for, and returns it: the only time that it exists in this process.
   * @throws RuleViolated (422)
   */
  async create(actor: Actor, input: CreateApiTokenDto): Promise<CreatedApiTokenDto> {
    // Set by the work: a request that was sent again with its key is not done again, and nobody knows the token any more.
    let secret: string | null = null;
    const { value, moment } = await this.transactions.run(
      { command: 'api-token.create', actor },
      async (tx) => {
        const { name, roles, officeId = null, permissions, expiresOn } = input;
        const [office] = await tx.query('select 1 from org_unit where id = $1', [officeId]);
        const faults = faultsOfToken(input, {
          ofRoles: permissionsOf(roles),
          officeExists: office !== undefined,
          today: this.clock.today(),
        });
        if (faults.length > 0) throw new RuleViolated(faults);
        const [id, personId] = [newId(), newId()];
        secret = PREFIX + randomBytes(32).toString('base64url');
        await tx.insert(Person, { id: personId, kind: 'machine', displayName: name, roles, officeId });
        await recordRights(tx, personId);
        // Valid to the end of its last day.
        await tx.query(
          `insert into api_token (id, person_id, token_hash, hint, permissions, created_by_id, expires_at)
         values ($1, $2, $3, $4, $5, $6, ($7::date + 1)::timestamp at time zone 'Europe/Berlin')`,
          [
            id,
            personId,
            hashOf(secret),
            secret.slice(0, HINT_LENGTH),
            permissions,
            actor.personId,
            expiresOn,
          ],
        );
        return id;
      },
    );
    return { id: value, secret, moment };
  }

  /**
   * Ends a token for good and takes the rights from its machine; one that has been revoked stays so.
   * @throws NotFound (404)
   */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.transactions.run({ command: 'api-token.revoke', actor }, async (tx) => {
      const [token] = await tx.query<{ person_id: string }>(
        'select person_id from api_token where id = $1 for update',
        [id],
      );
      if (token === undefined) throw new NotFound('api-token');
      await tx.query('update api_token set revoked_at = now() where id = $1 and revoked_at is null', [id]);
      await tx.query(
        `update person set roles = '{}', left_at = now(), version = version + 1 where id = $1 and left_at is null`,
        [token.person_id],
      );
      await recordRights(tx, token.person_id);
    });
  }

  /** Finds whose token this is with what it may do today; undefined when it is unknown, expired or revoked. */
  async find(secret: string): Promise<MachineAsking | undefined> {
    if (!TOKEN.test(secret)) return undefined;
    const [row] = await this.reads.query<TokenRow>({ rev: null }, FIND, [hashOf(secret)]);
    if (row === undefined) return undefined;
    if (row.untouched) await this.touch(row.id);
    return { latestSeenRev: row.rev, actor: actorOf(row, usable(row.permissions, permissionsOf(row.roles))) };
  }

  private async touch(id: string): Promise<void> {
    countStatement();
    await this.dataSource.query('update api_token set last_used_at = now() where id = $1', [id]);
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Writing "used" once a minute is enough to see whether a token is used at all. */
const FIND = `
  select t.id, t.permissions, ${RIGHTS_COLUMNS},
         t.last_used_at is null or t.last_used_at < now() - interval '1 minute' as untouched,
         (select max(rev) from change) as rev
    from api_token t join person p on p.id = t.person_id
   where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now() and p.left_at is null`;
