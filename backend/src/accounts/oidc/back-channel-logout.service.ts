import { Injectable } from '@nestjs/common';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { DataSource } from 'typeorm';
import { countStatement } from '../../platform/index.js';
import { LogoutTokenRefused, OidcProviderAway } from './oidc.errors.js';
import { OidcProvider } from './oidc-provider.service.js';
import { CLOCK_TOLERANCE_S } from './token-exchange.js';

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** A logout token is sent at once; one that turns up later was kept by somebody. */
const TOKEN_MAX_AGE = '10 minutes';

/** The provider ends sessions from behind: somebody signed out elsewhere, or its administration ended the session. */
@Injectable()
export class BackChannelLogout {
  constructor(
    private readonly dataSource: DataSource,
    private readonly provider: OidcProvider,
  ) {}

  /**
   * Ends the sessions that a logout token of the provider names: one by its `sid`, else all of the person's. Sending it
   * again ends nothing more: sessions that began after it was issued stay.
   * Source: OpenID Connect Back-Channel Logout 1.0, section 2.6.
   * @throws LogoutTokenRefused (400), OidcProviderAway (503)
   */
  async end(logoutToken: unknown): Promise<void> {
    const { iss, sub, sid, iat } = await this.verified(logoutToken);
    countStatement();
    await this.dataSource.query(
      `delete from session using identity
        where identity.id = session.identity_id and identity.issuer = $1
          and ($2::text is null or identity.subject = $2) and ($3::text is null or session.provider_session = $3)
          and session.created_at <= to_timestamp($4::bigint + $5)`,
      [iss, sub ?? null, sid ?? null, iat, CLOCK_TOLERANCE_S],
    );
  }

  private async verified(token: unknown): Promise<JWTPayload & { sid?: string }> {
    if (typeof token !== 'string') throw new LogoutTokenRefused('there is none');
    const { issuer, keys } = await this.provider.signer();
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: this.provider.settings.clientId,
      clockTolerance: CLOCK_TOLERANCE_S,
      maxTokenAge: TOKEN_MAX_AGE,
      requiredClaims: ['jti'],
    }).catch((error: unknown) => {
      throw refusalOf(error);
    });
    const { sub, sid, nonce, events } = payload;
    if (nonce !== undefined) throw new LogoutTokenRefused('it has a nonce, so it is an ID token');
    if (!isRecord(events) || !isRecord(events[LOGOUT_EVENT]))
      throw new LogoutTokenRefused('its events do not say that somebody signed out');
    if (sid !== undefined && typeof sid !== 'string') throw new LogoutTokenRefused('its sid is no text');
    if (sub === undefined && sid === undefined) throw new LogoutTokenRefused('it names nobody');
    return { ...payload, ...(sid !== undefined && { sid }) };
  }
}

/** Keys that can't be fetched are the provider's fault and worth another try; all else is wrong with the token. */
function refusalOf(error: unknown): Error {
  if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout)
    return new OidcProviderAway({ cause: error });
  // A failed fetch of the keys is an error of the library's most general kind.
  return error.code === errors.JOSEError.code
    ? new OidcProviderAway({ cause: error })
    : new LogoutTokenRefused(error.code);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
