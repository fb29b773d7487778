import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { type Fault, Reads, type Tx } from '../../platform/index.js';
import { Account } from '../account.entity.js';
import { commonPasswords } from './common-passwords.js';
import { faultsOfPassword, type Guessable } from './password.rules.js';

/** New passwords of local accounts. */
@Injectable()
export class Passwords {
  constructor(private readonly reads: Reads) {}

  /** What is wrong with a new password for this account; `pointer` is where it stands in the request. */
  async faultsOf(accountId: string, password: string, pointer: string): Promise<Fault[]> {
    const [guessable] = await this.reads.query<Guessable>({ rev: null }, GUESSABLE, [accountId]);
    if (guessable === undefined) return [];
    const common = await commonPasswords();
    return faultsOfPassword(password, { guessable, isCommon: (word) => common.has(word), pointer });
  }

  /** Hashes a password with argon2id; takes tens of milliseconds, so never inside a transaction. */
  hash(password: string): Promise<string> {
    return hash(password);
  }

  /** Sets the new password of an account, and ends every link that could set another one. */
  async set(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
    await tx.update(Account, { id: accountId }, { passwordHash });
    await tx.query('update account_link set used_at = now() where account_id = $1 and used_at is null', [
      accountId,
    ]);
  }
}

const GUESSABLE = `
  select a.login, p.display_name as "displayName",
         (select city from strategy order by adopted_on desc nulls last, edition desc limit 1) as city
    from account a join person p on p.id = a.person_id where a.id = $1`;
