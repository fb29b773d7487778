import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { StartError } from '../config/index.js';
import { newId, type Role, ROLES, Transactions } from '../platform/index.js';
import { Account } from './account.entity.js';
import { Person } from './person.entity.js';
import { recordRights } from './record-rights.js';
import { Session } from './session.entity.js';

/** What a local account is made from. */
export interface LocalAccountSettings {
  login: string;
  displayName: string;
  roles: string[];
  officeKey: string | null;
  password: string;
}

/** Local accounts, for installations without an identity provider. */
@Injectable()
export class LocalAccounts {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Makes the account with its person, or gives an existing one a new password, name, office and roles, and ends its sessions.
   * @throws StartError when a role or the office does not exist
   */
  async settle({ login, displayName, roles, officeKey, password }: LocalAccountSettings): Promise<void> {
    const unknown = roles.filter((role) => !isRole(role));
    if (unknown.length > 0)
      throw new StartError(`Unknown roles: ${unknown.join(', ')}. Known are ${ROLES.join(', ')}.`);
    const passwordHash = await hash(password);
    await this.transactions.run({ command: 'account.settle', source: 'command line' }, async (tx) => {
      const [office] = await tx.query<{ id: string }>('select id from org_unit where key = $1', [officeKey]);
      if (officeKey !== null && office === undefined)
        throw new StartError(`No office has the key ${officeKey}.`);
      const person = { displayName, roles: roles.filter(isRole), officeId: office?.id ?? null };
      const [known] = await tx.query<{ id: string; person_id: string }>(
        'select id, person_id from account where login = $1 for update',
        [login.toLowerCase()],
      );
      if (known !== undefined) {
        await tx.update(Person, { id: known.person_id }, person);
        await tx.update(Account, { id: known.id }, { passwordHash });
        await tx.delete(Session, { personId: known.person_id });
        await recordRights(tx, known.person_id);
        return;
      }
      const personId = newId();
      await tx.insert(Person, { id: personId, ...person });
      await tx.insert(Account, { id: newId(), personId, login: login.toLowerCase(), passwordHash });
      await recordRights(tx, personId);
    });
  }
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
