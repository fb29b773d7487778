import * as openid from 'openid-client';
import type { OidcConfig } from '../../config/index.js';
import {
  OidcAnswerWrong,
  OidcClock,
  OidcCodeExpired,
  OidcDenied,
  OidcFailed,
  type OidcFault,
  OidcProviderAway,
} from './oidc.errors.js';
import { claimAt, type Claims } from './provider-claims.rules.js';

/** By so much may the clocks of provider and server differ. */
export const CLOCK_TOLERANCE_S = 60;

/** What the provider says when a sign-in succeeded. */
export interface ProviderAnswer {
  issuer: string;
  subject: string;
  /** The provider's own name of the session. */
  sid: string | null;
  idToken: string;
  claims: Claims;
}

interface Expected {
  state: string;
  nonce: string;
  codeVerifier: string;
  settings: OidcConfig;
}

/**
 * Exchanges the code for tokens and checks them: state, issuer, nonce, audience, signature, times. The user info is
 * asked for only when the ID token leaves out what is needed.
 * @throws OidcFault
 */
export async function tokensOf(
  configuration: openid.Configuration,
  callback: URL,
  { state, nonce, codeVerifier, settings }: Expected,
): Promise<ProviderAnswer> {
  try {
    const tokens = await openid.authorizationCodeGrant(configuration, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const idToken = tokens.id_token ?? '';
    const own = tokens.claims();
    if (own === undefined) throw new OidcFailed('no ID token');
    refuseFuture(own.iat);
    const more = lacksSome(own, settings) ? await userInfo(configuration, tokens.access_token, own.sub) : {};
    return {
      issuer: own.iss,
      subject: own.sub,
      sid: typeof own['sid'] === 'string' ? own['sid'] : null,
      idToken,
      claims: { ...more, ...own },
    };
  } catch (error) {
    throw faultOf(error);
  }
}

/**
 * The library checks that a token has not expired; that it was not issued in the future is checked here. How long ago it
 * was issued is not: Entra ID dates its tokens five minutes back.
 */
function refuseFuture(issuedAt: number): void {
  if (issuedAt > Date.now() / 1000 + CLOCK_TOLERANCE_S) throw new OidcClock('iat');
}

function lacksSome(claims: Claims, { groupRoles, groupsClaim, officeClaim }: OidcConfig): boolean {
  return (
    (groupRoles.length > 0 && claimAt(claims, groupsClaim) === undefined) ||
    (officeClaim !== null && claimAt(claims, officeClaim) === undefined) ||
    claims['name'] === undefined
  );
}

async function userInfo(
  configuration: openid.Configuration,
  accessToken: string,
  subject: string,
): Promise<Claims> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
  return openid.fetchUserInfo(configuration, accessToken, subject);
}

/** What an error of the library means to the person who wanted to sign in. */
function faultOf(error: unknown): OidcFault {
  if (error instanceof OidcFailed || error instanceof OidcClock) return error;
  if (error instanceof openid.AuthorizationResponseError) {
    if (error.error === 'access_denied') return new OidcDenied();
    return new OidcFailed(`the provider says ${error.error}`);
  }
  if (error instanceof openid.ResponseBodyError) {
    if (error.error === 'invalid_grant') return new OidcCodeExpired();
    return new OidcFailed(`the provider says ${error.error}`);
  }
  if (error instanceof openid.WWWAuthenticateChallengeError)
    return new OidcFailed(`the provider does not take its own access token, status ${error.status}`);
  if (!(error instanceof openid.ClientError)) return new OidcProviderAway({ cause: error });
  switch (error.code) {
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return new OidcClock('exp or nbf');
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
    case 'OAUTH_INVALID_RESPONSE':
    case 'OAUTH_KEY_SELECTION_FAILED':
      return new OidcAnswerWrong(reasonOf(error));
    // The library has no name for a connection that fails.
    case undefined:
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
      return new OidcProviderAway({ cause: error });
    default:
      return new OidcFailed(reasonOf(error));
  }
}

/** The library's sentence without what caused it, which may hold the claims of a person. */
function reasonOf({ cause, message }: Error): string {
  return cause instanceof Error ? cause.message : message;
}
