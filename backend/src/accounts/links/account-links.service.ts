import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Config, CONFIG } from '../../config/index.js';
import {
  type Actor,
  countStatement,
  type Mail,
  Mails,
  newId,
  NotFound,
  Reads,
  RuleViolated,
  Transactions,
  type Tx,
} from '../../platform/index.js';
import { SignInDelays } from '../delays/sign-in-delays.service.js';
import { Passwords } from '../passwords/passwords.service.js';
import { Sessions } from '../sessions.service.js';
import { AccountLinkInvalid } from './account-link.errors.js';
import { linkMail, type LinkMail } from './account-mails.js';

/** A link that still stands. */
export interface StandingLink {
  accountId: string;
  purpose: 'invitation' | 'reset';
  login: string;
}

type Recipient = Omit<LinkMail, 'link'> & { mail: string };

const MAIL = 'account-link';

/**
 * Links by which people set their password, once and for a while. A link's secret is made at the moment when it leaves
 * the server; until then, and after, only its hash is kept.
 */
@Injectable()
export class AccountLinks implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly reads: Reads,
    private readonly mails: Mails,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly delays: SignInDelays,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.mails.register(MAIL, (id) => this.write(id));
  }

  /**
   * Has a link mailed to whoever has this login or mail address. What is done takes the same way whether there is such
   * an account or not: the link is made by one statement that may find nobody, and the job is added in any case.
   */
  async ask(loginOrMail: string): Promise<void> {
    await this.transactions.run({ command: 'account-link.ask' }, async (tx) => {
      const id = newId();
      await tx.query(ASK, [id, loginOrMail.toLowerCase()]);
      await this.mails.queue(tx, MAIL, id);
    });
  }

  /**
   * Invites a person, with a new account under the mail address where there is none, and ends earlier invitations. The
   * link is mailed; where no mails are sent its secret is returned, this once, to be handed over.
   * @throws NotFound (404), RuleViolated (422) without a mail address, AlreadyExists (409) when it is somebody else's login
   */
  async invite(actor: Actor, personId: string): Promise<string | null> {
    // The transaction's value is kept for a repeated request, so it must not be the secret.
    const { value: id } = await this.transactions.run({ command: 'person.invite', actor }, async (tx) => {
      const accountId = await this.accountOf(tx, personId);
      await tx.query('update account_link set used_at = now() where account_id = $1 and used_at is null', [
        accountId,
      ]);
      const linkId = newId();
      await tx.query(
        `insert into account_link (id, account_id, purpose, expires_at)
         values ($1, $2, 'invitation', now() + ${VALID_FOR.invitation})`,
        [linkId, accountId],
      );
      await this.mails.queue(tx, MAIL, linkId);
      return linkId;
    });
    return this.mails.areSent ? null : this.mint(id);
  }

  /**
   * Finds a link by its secret.
   * @throws AccountLinkInvalid (410)
   */
  async find(secret: string): Promise<StandingLink> {
    const [link] = await this.reads.query<StandingLink>({ rev: null }, STANDING, [hashOf(secret)]);
    if (link === undefined) throw new AccountLinkInvalid();
    return link;
  }

  /**
   * Sets the password by a link, which ends the link, all others of the account, and all sessions of the person. Nobody
   * is signed in by it.
   * @throws AccountLinkInvalid (410), RuleViolated (422)
   */
  async use(secret: string, password: string): Promise<StandingLink> {
    const link = await this.find(secret);
    const faults = await this.passwords.faultsOf(link.accountId, password, '/password');
    if (faults.length > 0) throw new RuleViolated(faults);
    const passwordHash = await this.passwords.hash(password);
    await this.transactions.run({ command: 'account-link.use' }, async (tx) => {
      const [used] = await tx.query<{ person_id: string }>(USE, [hashOf(secret)]);
      if (used === undefined) throw new AccountLinkInvalid();
      await this.passwords.set(tx, link.accountId, passwordHash);
      await this.sessions.endAllOf(tx, used.person_id);
      await this.delays.clear(tx, link.login);
    });
    return link;
  }

  /** Removes links that nobody can use any more. */
  async sweep(): Promise<void> {
    await this.transactions.run({ command: 'account-link.sweep' }, (tx) =>
      tx.query(`delete from account_link where greatest(expires_at, used_at) < now() - interval '30 days'`),
    );
  }

  private async accountOf(tx: Tx, personId: string): Promise<string> {
    const [person] = await tx.query<{ mail: string | null; account_id: string | null }>(
      `select p.mail, (select a.id from account a where a.person_id = p.id order by a.id limit 1) as account_id
         from person p where p.id = $1 and p.kind = 'person' and p.left_at is null for update`,
      [personId],
    );
    if (person === undefined) throw new NotFound('person');
    if (person.mail === null) throw new RuleViolated([{ pointer: '', code: 'mail-missing' }]);
    if (person.account_id !== null) return person.account_id;
    const id = newId();
    await tx.query('insert into account (id, person_id, login) values ($1, $2, $3)', [
      id,
      personId,
      person.mail.toLowerCase(),
    ]);
    return id;
  }

  private async write(id: string): Promise<Mail | null> {
    const [to] = await this.reads.query<Recipient>({ rev: null }, RECIPIENT, [id]);
    if (to === undefined) return null;
    const secret = await this.mint(id);
    return { to: to.mail, ...linkMail({ ...to, link: `${this.config.publicUrl}${pathOf(secret)}` }) };
  }

  /**
   * Makes the link's secret, in place of an earlier one; from now on the link's time runs. No command: a request that is
   * sent again with its Idempotency-Key gets a secret that works, since nobody kept the first one.
   */
  private async mint(id: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    countStatement();
    await this.dataSource.query(MINT, [id, hashOf(secret)]);
    return secret;
  }
}

/** Where a link leads. What stands behind the # is sent to no server and so is in no log. */
export function pathOf(secret: string): string {
  return `/set-password#${secret}`;
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

const VALID_FOR = { invitation: `interval '7 days'`, reset: `interval '60 minutes'` };

/** At most one mail in two minutes: nobody's mailbox is to be filled from here. */
const ASK = `
  insert into account_link (id, account_id, purpose, expires_at)
  select $1, a.id, 'reset', now() + ${VALID_FOR.reset}
    from account a join person p on p.id = a.person_id
   where (a.login = $2 or lower(p.mail) = $2)
     and p.mail is not null and p.left_at is null and p.kind = 'person' and not p.is_sample
     and not exists (select from account_link earlier
                      where earlier.account_id = a.id and earlier.purpose = 'reset'
                        and earlier.created_at > now() - interval '2 minutes')
   order by a.login = $2 desc, a.id limit 1`;

const RECIPIENT = `
  select l.purpose, a.login, p.display_name as "displayName", p.mail
    from account_link l join account a on a.id = l.account_id join person p on p.id = a.person_id
   where l.id = $1 and l.used_at is null and l.expires_at > now() and p.mail is not null and p.left_at is null`;

const MINT = `
  update account_link
     set token_hash = $2,
         expires_at = now() + case purpose when 'invitation' then ${VALID_FOR.invitation} else ${VALID_FOR.reset} end
   where id = $1 and used_at is null`;

const STANDING = `
  select a.id as "accountId", l.purpose, a.login
    from account_link l join account a on a.id = l.account_id join person p on p.id = a.person_id
   where l.token_hash = $1 and l.used_at is null and l.expires_at > now() and p.left_at is null`;

const USE = `
  update account_link l set used_at = now()
    from account a join person p on p.id = a.person_id
   where l.token_hash = $1 and l.used_at is null and l.expires_at > now()
     and a.id = l.account_id and p.left_at is null
  returning a.person_id`;
