import { AppError } from '../../platform/index.js';

/** Signing in by the provider did not work out; the sign-in page explains the code to the person. */
export abstract class OidcFault extends AppError {
  readonly status: number = 400;
  /** The page that was asked for, as far as it is known. */
  returnTo?: string;
}

/** The provider does not answer, or answers with an error of its own. */
export class OidcProviderAway extends OidcFault {
  override readonly status = 503;
  readonly code = 'oidc-provider-away';
  constructor(options?: ErrorOptions) {
    super('the identity provider can not be reached');
    this.cause = options?.cause;
  }
}

/** There is no such sign-in on its way in this browser: it took too long, was finished before or began elsewhere. */
export class OidcSignInUnknown extends OidcFault {
  readonly code = 'oidc-sign-in-unknown';
  constructor() {
    super('no sign-in with this state is on its way in this browser');
  }
}

/** The provider's code was used before or has expired. */
export class OidcCodeExpired extends OidcFault {
  readonly code = 'oidc-code-expired';
  constructor() {
    super('the provider does not take its code any more');
  }
}

/** The person, or the provider's administration, said no. */
export class OidcDenied extends OidcFault {
  readonly code = 'oidc-denied';
  constructor() {
    super('access was denied at the provider');
  }
}

/** The ID token is not the answer to this sign-in: nonce, issuer, audience or signature are others. */
export class OidcAnswerWrong extends OidcFault {
  readonly code = 'oidc-answer-wrong';
  constructor(what: string) {
    super(`the ID token does not belong to this sign-in: ${what}`);
  }
}

/** The clocks of provider and server differ by more than is tolerated. */
export class OidcClock extends OidcFault {
  readonly code = 'oidc-clock';
  constructor(claim: string) {
    super(`the clocks of provider and server differ too much: ${claim}`);
  }
}

/** The person is in none of the groups that may sign in here. */
export class OidcNoGroup extends OidcFault {
  readonly code = 'oidc-no-group';
  constructor() {
    super('in none of the groups of OIDC_ROLES, and OIDC_REQUIRE_GROUP is on');
  }
}

/** The person has left and was pseudonymised here. */
export class OidcPersonLeft extends OidcFault {
  readonly code = 'oidc-person-left';
  constructor() {
    super('the person has left');
  }
}

/** Anything else: the provider refuses this application, or its answer is not to be understood. */
export class OidcFailed extends OidcFault {
  readonly code = 'oidc-failed';
  constructor(what: string) {
    super(`the sign-in failed: ${what}`);
  }
}

/** What was sent as a logout token is none of the provider for this application. */
export class LogoutTokenRefused extends AppError {
  readonly status = 400;
  readonly code = 'logout-token-refused';
  constructor(why: string) {
    super(`the logout token is refused: ${why}`, {
      errors: [{ pointer: '/logout_token', code: 'logout-token-refused' }],
    });
  }
}
