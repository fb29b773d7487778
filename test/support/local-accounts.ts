import { LocalAccounts } from '../../backend/src/accounts/index';
import type { ApiAnswer, ApiClient, TestApi } from './api';
import type { TestDatabase } from './database';

/** A person with a local account. */
export interface LocalPerson {
  id: string;
  login: string;
  password: string;
}

export const PASSWORD = 'vier Fische lesen Zeitung';

let made = 0;

/** Makes a person with a local account and a mail address, which is the login. */
export async function aLocalPerson(
  api: TestApi,
  database: TestDatabase,
  { displayName = 'Erika Beispiel', role = 'employee' } = {},
): Promise<LocalPerson> {
  made += 1;
  const login = `person-${made}@stadt.example`;
  await api.app
    .get(LocalAccounts)
    .settle({ login, displayName, roles: [role], officeKey: null, password: PASSWORD });
  const [person] = await database.query<{ id: string }>(
    'update person set mail = $1 where id = (select person_id from account where login = $1) returning id',
    [login],
  );
  return { id: person?.id ?? '', login, password: PASSWORD };
}

/** Signs in with login and password, from an address of one's own where that matters. */
export function signIn(
  client: ApiClient,
  { login, password }: { login: string; password: string },
): Promise<ApiAnswer> {
  return client.send('POST', '/api/v1/session', { login, password });
}
