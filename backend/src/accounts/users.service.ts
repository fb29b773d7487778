import { Injectable } from '@nestjs/common';
import {
  type Actor,
  ChangedMeanwhile,
  type CommandAnswer,
  newId,
  NotFound,
  RuleViolated,
  Transactions,
  type Tx,
} from '../platform/index.js';
import { Account } from './account.entity.js';
import type { CreateUserDto, EditUserDto } from './dto/user.dto.js';
import { Identity } from './identity.entity.js';
import { Person } from './person.entity.js';
import { recordRights } from './record-rights.js';
import { Sessions } from './sessions.service.js';
import {
  changesRights,
  faultsOfUser,
  isLastAdmin,
  pseudonymOf,
  type RightsOfUser,
  type Standing,
  type UserChange,
} from './user.rules.js';

/** A person on a version that somebody has read. */
export interface UserTarget {
  id: string;
  version: number;
  actor: Actor;
}

/** What administrators do with people. */
@Injectable()
export class Users {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Makes a person; signing in takes an invitation or the identity provider.
   * @throws RuleViolated (422)
   */
  async create(actor: Actor, input: CreateUserDto): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command: 'person.create', actor }, async (tx) => {
      const id = newId();
      await refuseFaults(tx, input, { isAdmin: false, otherAdmins: 0 });
      await tx.insert(Person, { ...input, id });
      await recordRights(tx, id);
      return id;
    });
    return { id: value, version: 1, moment };
  }

  /**
   * Changes a person. New roles or a new office end the person's sessions: rights are never older than the sign-in.
   * @throws NotFound (404), ChangedMeanwhile (412), RuleViolated (422)
   */
  async edit({ id, version, actor }: UserTarget, changes: EditUserDto): Promise<CommandAnswer> {
    const { moment } = await this.transactions.run({ command: 'person.edit', actor }, async (tx) => {
      const before = await lockPerson(tx, id, version);
      await refuseFaults(tx, changes, { personId: id, ...before });
      await tx.update(Person, { id }, { ...changes, version: version + 1 });
      await recordRights(tx, id);
      if (changesRights(before, changes)) await this.sessions.endAllOf(tx, id);
    });
    return { id, version: version + 1, moment };
  }

  /**
   * Pseudonymises somebody who left: name, mail address, ways to sign in, roles and deputies are gone for good; the
   * row stays for the history, and so do the duties on projects until somebody else takes them over.
   * @throws NotFound (404), ChangedMeanwhile (412), RuleViolated (422)
   */
  async depart({ id, version, actor }: UserTarget): Promise<CommandAnswer> {
    const { moment } = await this.transactions.run({ command: 'person.depart', actor }, async (tx) => {
      if (isLastAdmin(await lockPerson(tx, id, version)))
        throw new RuleViolated([{ pointer: '', code: 'person.last-admin' }]);
      await tx.query(
        `update person set version = version + 1, display_name = $2, mail = null, office_id = null, roles = '{}',
                is_secretary = false, deputy_id = null, left_at = now() where id = $1`,
        [id, pseudonymOf(id)],
      );
      await recordRights(tx, id);
      await this.releaseDeputies(tx, id);
      await this.sessions.endAllOf(tx, id);
      await tx.delete(Account, { personId: id });
      await tx.delete(Identity, { personId: id });
      await tx.query('delete from status_draft where person_id = $1', [id]);
      await tx.query('delete from watch where person_id = $1', [id]);
    });
    return { id, version: version + 1, moment };
  }

  private async releaseDeputies(tx: Tx, id: string): Promise<void> {
    const released = await tx.query<{ id: string }>(
      'update person set deputy_id = null, version = version + 1 where deputy_id = $1 returning id',
      [id],
    );
    for (const lead of released) await recordRights(tx, lead.id);
  }
}

/**
 * Locks the administrators, always in the same order, and then the person: of two who give up the role at once the second
 * one finds out that nobody else is left.
 */
async function lockPerson(tx: Tx, id: string, version: number): Promise<Standing & RightsOfUser> {
  const admins = await tx.query<{ id: string }>(
    `select id from person where 'admin' = any (roles) and kind = 'person' and left_at is null order by id for update`,
  );
  const [person] = await tx.query<RightsOfUser & { version: number }>(
    `select version, roles, office_id as "officeId" from person where id = $1 and kind = 'person' and left_at is null for update`,
    [id],
  );
  if (person === undefined) throw new NotFound('person');
  if (person.version !== version) throw await changedMeanwhile(tx, id, person.version);
  const others = admins.filter((admin) => admin.id !== id).length;
  const { roles, officeId } = person;
  return { isAdmin: others < admins.length, otherAdmins: others, roles, officeId };
}

async function changedMeanwhile(tx: Tx, id: string, version: number): Promise<ChangedMeanwhile> {
  const [last] = await tx.query<{ changedBy: string | null; changedAt: string; command: string }>(
    `select by.display_name as "changedBy", change.at as "changedAt", change.command
       from history.person_rights kept join change on change.rev = kept.from_rev
       left join person by on by.id = change.actor_id
      where kept.id = $1 and kept.to_rev = 9223372036854775807`,
    [id],
  );
  return new ChangedMeanwhile({ version, ...last });
}

/** Looks up what the change names, and lets nothing wrong pass. */
async function refuseFaults(
  tx: Tx,
  change: UserChange,
  person: Standing & { personId?: string },
): Promise<void> {
  const [found] = await tx.query<{ officeExists: boolean; deputyExists: boolean }>(
    `select exists (select from org_unit where id = $1) as "officeExists",
            exists (select from person where id = $2 and kind = 'person' and left_at is null) as "deputyExists"`,
    [change.officeId ?? null, change.deputyId ?? null],
  );
  const { officeExists = false, deputyExists = false } = found ?? {};
  const faults = faultsOfUser(change, { ...person, officeExists, deputyExists });
  if (faults.length > 0) throw new RuleViolated(faults);
}
