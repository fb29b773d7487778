import { AppError } from '../platform/index.js';

/** The token is unknown, expired or revoked; says nothing about which. */
export class TokenRefused extends AppError {
  readonly status = 401;
  readonly code = 'api-token.refused';
  constructor() {
    super('the API token is not valid');
  }
}

/** The request carries a session and a token: it is not clear in whose name it is made. */
export class TwoCredentials extends AppError {
  readonly status = 400;
  readonly code = 'two-credentials';
  constructor() {
    super('send either the session cookie or an API token');
  }
}
