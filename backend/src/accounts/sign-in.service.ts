import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { DataSource } from 'typeorm';
import { AppError, countStatement } from '../platform/index.js';
import { type Attempt, SignInDelays } from './delays/sign-in-delays.service.js';

/** Login or password is wrong; says nothing about which, nor whether the account exists. */
export class SignInRefused extends AppError {
  readonly status = 401;
  readonly code = 'sign-in-refused';
  constructor() {
    super('login or password is wrong');
  }
}

/** Who signs in with which password, from where. */
export interface PasswordSignIn extends Attempt {
  password: string;
}

/** A local account whose password was right. */
export interface Recognised {
  personId: string;
  accountId: string;
}

interface AccountRow {
  id: string;
  person_id: string;
  password_hash: string | null;
}

/** Checks who somebody is. */
@Injectable()
export class SignIn {
  /** Verified when there is no account, so that the answer takes as long. */
  private readonly decoy = hash('no such account');

  constructor(
    private readonly dataSource: DataSource,
    private readonly delays: SignInDelays,
  ) {}

  /**
   * Returns the person of a local account.
   * @throws SignInRefused (401), SignInDelayed (429)
   */
  async withPassword({ password, ...attempt }: PasswordSignIn): Promise<Recognised> {
    const charge = await this.delays.charge(attempt);
    countStatement();
    const [account] = await this.dataSource.query<AccountRow[]>(
      `select a.id, a.person_id, a.password_hash from account a join person p on p.id = a.person_id
        where a.login = $1 and p.left_at is null`,
      [attempt.login],
    );
    const matches = await verify(account?.password_hash ?? (await this.decoy), password);
    if (!matches || account?.password_hash == null) throw new SignInRefused();
    await this.delays.forgive(charge);
    return { personId: account.person_id, accountId: account.id };
  }

  /**
   * Returns the person of a sample account; the caller has checked that sample mode is on.
   * @throws SignInRefused
   */
  async asSample(login: string): Promise<string> {
    countStatement();
    const [account] = await this.dataSource.query<{ person_id: string }[]>(
      `select a.person_id from account a join person p on p.id = a.person_id
        where a.login = $1 and p.is_sample`,
      [login],
    );
    if (account === undefined) throw new SignInRefused();
    return account.person_id;
  }
}
