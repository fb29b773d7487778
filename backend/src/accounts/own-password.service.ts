import { Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import { NotFound, Reads, RuleViolated, Transactions } from '../platform/index.js';
import { SignInDelays } from './delays/sign-in-delays.service.js';
import type { MeDto } from './dto/me.dto.js';
import { Passwords } from './passwords/passwords.service.js';
import { Sessions } from './sessions.service.js';

/** Who changes the own password, from where. */
export interface PasswordChange {
  personId: string;
  sessionId: string | undefined;
  address: string;
  current: string;
  next: string;
}

interface OwnAccount {
  id: string;
  login: string;
  passwordHash: string;
}

/** The own way to sign in. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly reads: Reads,
    private readonly delays: SignInDelays,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** How a person can sign in. */
  async read(personId: string): Promise<MeDto> {
    const [row] = await this.reads.query<MeDto>({ rev: null }, ME, [personId]);
    return row ?? { login: null, hasPassword: false, mail: null };
  }

  /**
   * Changes the own password and ends all other sessions. Guessing the present one is delayed as at sign-in: a session
   * that was left open must not become a password.
   * @throws NotFound without a password, SignInDelayed (429), RuleViolated (422)
   */
  async change({ personId, sessionId, address, current, next }: PasswordChange): Promise<void> {
    const [account] = await this.reads.query<OwnAccount>({ rev: null }, ACCOUNT, [personId]);
    if (account === undefined) throw new NotFound('password');
    const charge = await this.delays.charge({ login: account.login, address, knownBrowser: null });
    const isRight = await verify(account.passwordHash, current);
    if (isRight) await this.delays.forgive(charge);
    const faults = await this.passwords.faultsOf(account.id, next, '/next');
    if (!isRight) faults.push({ pointer: '/current', code: 'password-wrong' });
    else if (next === current) faults.push({ pointer: '/next', code: 'password-unchanged' });
    if (faults.length > 0) throw new RuleViolated(faults);
    const passwordHash = await this.passwords.hash(next);
    await this.transactions.run({ command: 'account.change-password', actor: { personId } }, (tx) =>
      this.passwords.set(tx, account.id, passwordHash),
    );
    await this.sessions.endOthersOf(personId, sessionId);
  }
}

const ME = `
  select a.login, a.password_hash is not null as "hasPassword", p.mail
    from person p left join account a on a.person_id = p.id
   where p.id = $1 order by a.password_hash is not null desc, a.id limit 1`;

const ACCOUNT = `
  select id, login, password_hash as "passwordHash" from account
   where person_id = $1 and password_hash is not null order by id limit 1`;
