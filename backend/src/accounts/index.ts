import { Account } from './account.entity.js';
import { Person } from './person.entity.js';
import { Session } from './session.entity.js';

export { AccountsModule } from './accounts.module.js';
export { LocalAccounts } from './local-accounts.service.js';
export { permissionsOf } from './role-permissions.js';
export { SampleAccounts } from './sample-accounts.js';
export { Sessions } from './sessions.service.js';

/** The tables of this feature. */
export const ACCOUNT_ENTITIES = [Account, Person, Session];
