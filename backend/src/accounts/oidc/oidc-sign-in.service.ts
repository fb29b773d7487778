import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import * as openid from 'openid-client';
import { countStatement } from '../../platform/index.js';
import { hashOf, newToken } from '../token.js';
import { OidcFault, OidcSignInUnknown } from './oidc.errors.js';
import { OidcProvider } from './oidc-provider.service.js';
import { ProviderPeople, type SignedInPerson } from './provider-people.service.js';
import { ownPage } from './return-to.rules.js';
import { SIGN_IN_MINUTES } from './sign-in-minutes.js';

/** Where a browser goes to sign in. */
export interface Beginning {
  address: string;
  /** The secret of the cookie that tells this browser from others. */
  browser: string;
}

/** A finished sign-in: who it is, and the page of the interface to go on with. */
export interface Finished {
  person: SignedInPerson;
  returnTo: string;
}

interface Taken {
  nonce: string;
  codeVerifier: string;
  returnTo: string;
}

/** Signing in by the provider: out with a state that is used once, back with a code. */
@Injectable()
export class OidcSignIns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly provider: OidcProvider,
    private readonly people: ProviderPeople,
  ) {}

  /**
   * Begins a sign-in. A browser that has begun before keeps its secret, so that several tabs can be on their way.
   * @throws OidcProviderAway
   */
  async begin(wanted: { returnTo: unknown; browser: string | undefined }): Promise<Beginning> {
    const [returnTo, browser] = [ownPage(wanted.returnTo), wanted.browser ?? newToken()];
    const departure = {
      state: newToken(),
      nonce: openid.randomNonce(),
      codeVerifier: openid.randomPKCECodeVerifier(),
    };
    const address = await leadingBack(returnTo, () => this.provider.addressFor(departure));
    countStatement();
    await this.dataSource.query(
      `insert into oidc_sign_in (state_hash, browser_hash, nonce, code_verifier, return_to) values ($1, $2, $3, $4, $5)`,
      [hashOf(departure.state), hashOf(browser), departure.nonce, departure.codeVerifier, returnTo],
    );
    return { address, browser };
  }

  /**
   * Finishes the sign-in that this browser began, with the address by which it came back. Each works once, also when it
   * fails.
   * @throws OidcFault
   */
  async finish({ address, browser }: { address: string; browser: string | undefined }): Promise<Finished> {
    const query = new URLSearchParams(address.slice(address.indexOf('?') + 1));
    const state = query.get('state');
    if (state === null || browser === undefined) throw new OidcSignInUnknown();
    const { returnTo, ...departure } = await this.take({ state, browser });
    return leadingBack(returnTo, async () => {
      const answer = await this.provider.answerTo(query, { state, ...departure });
      return { person: await this.people.settle(answer), returnTo };
    });
  }

  private async take({ state, browser }: { state: string; browser: string }): Promise<Taken> {
    countStatement();
    const [rows] = await this.dataSource.query<[Taken[], number]>(
      `delete from oidc_sign_in where state_hash = $1 and browser_hash = $2
          and created_at > now() - make_interval(mins => $3)
        returning nonce, code_verifier as "codeVerifier", return_to as "returnTo"`,
      [hashOf(state), hashOf(browser), SIGN_IN_MINUTES],
    );
    const [row] = rows;
    if (row === undefined) throw new OidcSignInUnknown();
    return row;
  }
}

/** Lets a fault know the page that was asked for, so that the next try still leads there. */
async function leadingBack<T>(returnTo: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OidcFault) error.returnTo = returnTo;
    throw error;
  }
}
