import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { LocalAccounts } from '../accounts/index.js';
import { StartError } from '../config/index.js';
import { withApp } from './with-app.js';

const USAGE = `Makes a local account, or gives an existing one a new password:
  npm run account -- --login LOGIN --name "DISPLAY NAME" --role ROLE [--role ROLE …] [--office KEY]
Roles: employee, project-lead, office-coordinator, commission, finance, portfolio-office, admin
The password is made up and shown once.
`;

const { values } = parseArgs({
  options: {
    login: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    office: { type: 'string' },
    help: { type: 'boolean' },
  },
});

await withApp(async (app) => {
  const { login, name, role, office } = values;
  if (values.help === true || login === undefined || name === undefined || role === undefined)
    throw new StartError(USAGE);
  const password = randomBytes(15).toString('base64url');
  await app
    .get(LocalAccounts)
    .settle({ login, displayName: name, roles: role, officeKey: office ?? null, password });
  process.stdout.write(`Login: ${login.toLowerCase()}\nPassword (shown once): ${password}\n`);
});
