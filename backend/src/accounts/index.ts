import { Account } from './account.entity.js';
import { AccountLink } from './account-link.entity.js';
import { ApiToken } from './api-token.entity.js';
import { KnownBrowser } from './delays/known-browser.entity.js';
import { Identity } from './identity.entity.js';
import { OidcSignIn } from './oidc-sign-in.entity.js';
import { Person } from './person.entity.js';
import { PersonRights } from './person-rights.entity.js';
import { Session } from './session.entity.js';
import { SignInDelay } from './sign-in-delay.entity.js';

export { AccountsModule } from './accounts.module.js';
export { actorOf, RIGHTS_COLUMNS, type RightsRow } from './actor.sql.js';
export { LocalAccounts } from './local-accounts.service.js';
export { permissionsOf, rolesThatMay } from './role-permissions.js';
export { SampleAccounts } from './sample-accounts.js';
export { Sessions } from './sessions.service.js';
export { Sweep } from './sweep.service.js';

/** The tables of this feature. */
export const ACCOUNT_ENTITIES = [
  Account,
  AccountLink,
  ApiToken,
  Identity,
  KnownBrowser,
  OidcSignIn,
  Person,
  PersonRights,
  Session,
  SignInDelay,
];
