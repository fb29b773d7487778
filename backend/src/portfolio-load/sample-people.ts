import type { PoolClient } from 'pg';
import { newId } from '../platform/index.js';
import type { CatalogueOffice, CataloguePerson } from '../sample/index.js';

/** How made-up people are called: by role and office, never by a name. */
const OF_OFFICE = { 'project-lead': 'Projektleitung', 'office-coordinator': 'Digitalkoordination' } as const;
const CENTRAL = {
  commission: 'IT-Kommission, Geschäftsstelle',
  finance: 'Stadtkämmerei, Finanzplanung',
  'portfolio-office': 'Portfoliobüro',
} as const;

interface SamplePerson extends CataloguePerson {
  displayName: string;
  officeId: string | null;
}

/** Makes the people of the sample: a lead and a coordinator in every office, and those who look after all projects. */
export async function makeSamplePeople(
  client: PoolClient,
  offices: readonly CatalogueOffice[],
): Promise<CataloguePerson[]> {
  const people = [...offices.flatMap(ofOffice), ...central()];
  await client.query(
    `insert into person (id, display_name, office_id, roles, is_secretary, is_sample)
     select p.id, p."displayName", p."officeId", array[p.role], p.role = 'commission', true
       from jsonb_to_recordset($1::jsonb) as p (id uuid, "displayName" text, "officeId" uuid, role text)`,
    [JSON.stringify(people)],
  );
  return people.map(({ id, role, officeKey }) => ({ id, role, officeKey }));
}

function ofOffice({ id, key, shortName }: CatalogueOffice): SamplePerson[] {
  return (['project-lead', 'office-coordinator'] as const).map((role) => ({
    id: newId(),
    role,
    officeKey: key,
    officeId: id,
    displayName: `${OF_OFFICE[role]} ${shortName}`,
  }));
}

function central(): SamplePerson[] {
  return (['commission', 'finance', 'portfolio-office'] as const).map((role) => ({
    id: newId(),
    role,
    officeKey: null,
    officeId: null,
    displayName: CENTRAL[role],
  }));
}
