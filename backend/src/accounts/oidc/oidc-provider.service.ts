import { Inject, Injectable, Logger } from '@nestjs/common';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';
import { type Config, CONFIG, type OidcConfig } from '../../config/index.js';
import { NotFound } from '../../platform/index.js';
import { OidcProviderAway } from './oidc.errors.js';
import { CLOCK_TOLERANCE_S, type ProviderAnswer, tokensOf } from './token-exchange.js';

/** So long may the provider take for one answer. */
const TIMEOUT_S = 5;

/** An ID token longer than this stays out of the address of the sign-out: proxies refuse addresses beyond 8 kB. */
const HINT_MAX = 6000;

/** Where the provider sends browsers back to. */
const CALLBACK = '/api/v1/session/oidc/callback';

/** What a browser takes along to the provider. */
export interface Departure {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/**
 * The identity provider as this server sees it. It is asked where its endpoints are when somebody signs in, not at
 * start: a provider that is down must not keep the server from starting, and is found again by itself.
 */
@Injectable()
export class OidcProvider {
  private readonly logger = new Logger(OidcProvider.name);
  private known: openid.Configuration | undefined;
  private search: Promise<openid.Configuration> | undefined;
  private keys: { address: string; set: JWTVerifyGetKey } | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * The settings of the provider.
   * @throws NotFound (404) when the installation has none
   */
  get settings(): OidcConfig {
    if (this.config.oidc === null) throw new NotFound('identity provider');
    return this.config.oidc;
  }

  /**
   * The address at the provider where the sign-in goes on. Looks the provider up anew each time, so that nobody is
   * sent to one that is down.
   * @throws OidcProviderAway
   */
  async addressFor({ state, nonce, codeVerifier }: Departure): Promise<string> {
    const configuration = await this.discover();
    return openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.own(CALLBACK).href,
      scope: this.settings.scopes,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /**
   * Exchanges what the browser brought back for what the provider says about the person.
   * @throws OidcFault
   */
  async answerTo(query: URLSearchParams, departure: Departure): Promise<ProviderAnswer> {
    const callback = this.own(CALLBACK);
    callback.search = query.toString();
    return tokensOf(await this.configuration(), callback, { ...departure, settings: this.settings });
  }

  /**
   * Where the browser goes to end the session of this ID token at the provider as well; null when there is none, when
   * the provider offers no such thing, or is away.
   */
  async signOutAddress(idToken: string | null): Promise<string | null> {
    if (idToken === null || this.config.oidc === null) return null;
    const configuration = await this.configuration().catch((error: unknown) => {
      if (error instanceof OidcProviderAway) return null;
      throw error;
    });
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return null;
    return openid.buildEndSessionUrl(configuration, {
      ...(idToken.length <= HINT_MAX && { id_token_hint: idToken }),
      post_logout_redirect_uri: this.own('/sign-in').href,
      state: 'signed-out',
    }).href;
  }

  /**
   * The provider's name and public keys, to check what it signed.
   * @throws OidcProviderAway
   */
  async signer(): Promise<{ issuer: string; keys: JWTVerifyGetKey }> {
    const { issuer, jwks_uri: address } = (await this.configuration()).serverMetadata();
    if (address === undefined) throw new OidcProviderAway();
    if (this.keys?.address !== address) {
      const set = createRemoteJWKSet(new URL(address), { timeoutDuration: TIMEOUT_S * 1000 });
      this.keys = { address, set };
    }
    return { issuer, keys: this.keys.set };
  }

  private async configuration(): Promise<openid.Configuration> {
    return this.known ?? this.discover();
  }

  /** Those who come at the same time share one look-up. */
  private discover(): Promise<openid.Configuration> {
    this.search ??= this.lookUp().finally(() => (this.search = undefined));
    return this.search;
  }

  private async lookUp(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    try {
      this.known = await openid.discovery(
        issuer,
        clientId,
        { [openid.clockTolerance]: CLOCK_TOLERANCE_S },
        clientSecret === null ? openid.None() : withSecret(clientSecret),
        {
          timeout: TIMEOUT_S,
          execute: [
            openid.enableNonRepudiationChecks,
            ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
          ],
        },
      );
      return this.known;
    } catch (cause) {
      this.logger.warn(
        `identity provider not found: ${cause instanceof Error ? cause.message : String(cause)}`,
      );
      throw new OidcProviderAway({ cause });
    }
  }

  private own(path: string): URL {
    return new URL(path, this.config.publicUrl ?? undefined);
  }
}

/** In the body where the provider takes it there, else in the header, which is what a provider takes that says nothing. */
function withSecret(secret: string): openid.ClientAuth {
  const [body, header] = [openid.ClientSecretPost(secret), openid.ClientSecretBasic(secret)];
  return (server, client, parameters, headers) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true ? body : header)(
      server,
      client,
      parameters,
      headers,
    );
}
