import { Inject, Injectable } from '@nestjs/common';
import { type Config, CONFIG, StartError } from '../../config/index.js';
import { newId, type Role, ROLES, Transactions, type Tx } from '../../platform/index.js';
import { Identity } from '../identity.entity.js';
import { Person } from '../person.entity.js';
import { recordRights } from '../record-rights.js';
import { type ProviderSession, Sessions } from '../sessions.service.js';
import { OidcNoGroup, OidcPersonLeft } from './oidc.errors.js';
import {
  groupsOf,
  hasMappedGroup,
  losesRights,
  mailOf,
  nameOf,
  officeOf,
  type RoleOfGroup,
  rightsOf,
  sameRights,
} from './provider-claims.rules.js';
import type { ProviderAnswer } from './token-exchange.js';

/** A person whom the provider signed in. */
export interface SignedInPerson {
  personId: string;
  provider: ProviderSession;
}

interface Known {
  identity_id: string;
  person_id: string;
  display_name: string;
  mail: string | null;
  office_id: string | null;
  roles: Role[];
  is_secretary: boolean;
  has_left: boolean;
}

/** Accounts of people whom the provider signs in: made at the first sign-in, brought up to date at each. */
@Injectable()
export class ProviderPeople {
  private readonly roles: readonly RoleOfGroup[];

  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.roles = (config.oidc?.groupRoles ?? []).map(({ group, role }) => ({ group, role: knownRole(role) }));
  }

  /**
   * Makes or updates the person of the provider's answer. Whoever loses a right is signed out everywhere else.
   * @throws OidcNoGroup, OidcPersonLeft
   */
  async settle(answer: ProviderAnswer): Promise<SignedInPerson> {
    const { groupsClaim = 'groups', requireGroup = false } = this.config.oidc ?? {};
    const groups = groupsOf(answer.claims, groupsClaim);
    if (requireGroup && !hasMappedGroup(groups, this.roles)) throw new OidcNoGroup();
    const { value } = await this.transactions.run(
      { command: 'session.oidc-sign-in', source: 'oidc' },
      async (tx) => {
        const known = await this.find(tx, answer);
        if (known?.has_left === true) throw new OidcPersonLeft();
        return known === undefined
          ? this.make(tx, answer, groups)
          : this.update(tx, answer, { known, groups });
      },
    );
    const { personId, identityId } = value;
    return { personId, provider: { identityId, idToken: answer.idToken, name: answer.sid } };
  }

  /** Two first sign-ins at once wait for each other, so that they make one person. */
  private async find(tx: Tx, { issuer, subject }: ProviderAnswer): Promise<Known | undefined> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      JSON.stringify([issuer, subject]),
    ]);
    const [known] = await tx.query<Known>(
      `select i.id as identity_id, p.id as person_id, p.display_name, p.mail, p.office_id, p.roles, p.is_secretary,
              p.left_at is not null as has_left
         from identity i join person p on p.id = i.person_id
        where i.issuer = $1 and i.subject = $2 for update of p`,
      [issuer, subject],
    );
    return known;
  }

  private async make(tx: Tx, answer: ProviderAnswer, groups: Set<string>) {
    const [personId, identityId] = [newId(), newId()];
    await tx.insert(Person, {
      id: personId,
      displayName: nameOf(answer.claims),
      mail: mailOf(answer.claims),
      officeId: (await this.officeOf(tx, answer)) ?? null,
      ...rightsOf(groups, this.roles),
    });
    await tx.insert(Identity, { id: identityId, personId, issuer: answer.issuer, subject: answer.subject });
    await recordRights(tx, personId);
    return { personId, identityId };
  }

  private async update(
    tx: Tx,
    answer: ProviderAnswer,
    { known, groups }: { known: Known; groups: Set<string> },
  ) {
    const before = { roles: known.roles, isSecretary: known.is_secretary };
    // A provider that says nothing about roles or offices leaves them to the administration.
    const after = this.roles.length > 0 ? rightsOf(groups, this.roles) : before;
    const office = await this.officeOf(tx, answer);
    const changed = {
      ...differing('displayName', known.display_name, nameOf(answer.claims)),
      ...differing('mail', known.mail, mailOf(answer.claims)),
      ...(office === undefined ? {} : differing('officeId', known.office_id, office)),
      ...(sameRights(before, after) ? {} : after),
    };
    if (Object.keys(changed).length > 0) {
      await tx.update(Person, { id: known.person_id }, { ...changed, version: () => 'version + 1' });
      await recordRights(tx, known.person_id);
    }
    if (losesRights(before, after)) await this.sessions.endAllOf(tx, known.person_id);
    return { personId: known.person_id, identityId: known.identity_id };
  }

  /** The office's id; null when the provider names none that is known here, undefined when it is not asked for it. */
  private async officeOf(tx: Tx, { claims }: ProviderAnswer): Promise<string | null | undefined> {
    const { officeClaim = null } = this.config.oidc ?? {};
    if (officeClaim === null) return undefined;
    const [office] = await tx.query<{ id: string }>(
      `select id from org_unit where (key = $1 or short_name = $1) and coalesce(valid_to >= current_date, true)
        order by key = $1 desc limit 1`,
      [officeOf(claims, officeClaim)],
    );
    return office?.id ?? null;
  }
}

function differing<Key extends string, Value>(key: Key, before: Value, after: Value): { [K in Key]?: Value } {
  return before === after ? {} : ({ [key]: after } as { [K in Key]?: Value });
}

/** @throws StartError for a role that there is not */
function knownRole(role: string): RoleOfGroup['role'] {
  const known = [...ROLES, 'secretary' as const].find((candidate) => candidate === role);
  if (known !== undefined) return known;
  throw new StartError(`OIDC_ROLES names the role ${role}. There are ${[...ROLES, 'secretary'].join(', ')}.`);
}
