import type { TestDatabase } from '../database';
import type { Asker } from './rights-file';

/** The sample account of the commission is its secretary; a member beside is made by {@link addMember}. */
const LOGINS: Partial<Record<Asker, string>> = { commission: 'commission-member', secretary: 'commission' };

/** The login of the sample account that asks. */
export function loginOf(asker: Asker): string {
  return LOGINS[asker] ?? asker;
}

/** Makes a member of the commission who is not its secretary. */
export async function addMember(database: TestDatabase): Promise<void> {
  await database.query(`
    with member as (
      insert into person (id, display_name, office_id, roles, is_sample)
      select gen_random_uuid(), 'IT-Kommission, Mitglied', office_id, roles, true from person
       where id = (select person_id from account where login = 'commission') returning id)
    insert into account (id, person_id, login) select gen_random_uuid(), id, 'commission-member' from member`);
}
