import { AppError } from '../../platform/index.js';

/** The link was used, is too old, was replaced, or never existed; says nothing about which. */
export class AccountLinkInvalid extends AppError {
  readonly status = 410;
  readonly code = 'account-link-invalid';
  constructor() {
    super('the link is not valid any more');
  }
}
