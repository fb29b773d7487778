import type { TestDatabase } from '../database';
import { ASKERS } from './rights-file';
import { loginOf } from './sample-logins';

/** How a project stands to the person who asks. */
export const SCOPES = [
  'a project that the person leads',
  'a project in which the person is a deputy',
  'a project of somebody for whom the person stands in',
  'a project of the own office',
  'a project of a unit below the own office',
  'a project of another office',
] as const;
export type Scope = (typeof SCOPES)[number];
/** What counts as a person's own. */
export const OWN: ReadonlySet<Scope> = new Set(SCOPES.slice(0, 3));
/** What counts as of the person's office. */
export const OF_OFFICE: ReadonlySet<Scope> = new Set(SCOPES.slice(3, 5));

/** A project that stands to somebody in one way. */
export interface ScopedProject {
  id: string;
  office: string;
  /** One of its status reports. */
  report: string;
}

/**
 * Puts everybody with an account into one directorate, and gives each role projects of each scope, by `role scope`. A
 * project that is a person's own is of another office, so that every scope is one thing alone.
 */
export async function scopedProjects(database: TestDatabase): Promise<Map<string, ScopedProject>> {
  const offices = await officesOf(database);
  const free = await database.query<{ id: string; report: string }>(
    'select project_id as id, min(id::text) as report from status_report group by 1 order by 1',
  );
  await database.query('delete from project_person');
  const projects = new Map<string, ScopedProject>();
  for (const scope of SCOPES) {
    const shared = OWN.has(scope) ? null : free.shift();
    for (const asker of ASKERS) {
      // The secretary stands to a project as any other member of the commission.
      const ofMember = asker === 'secretary' ? projects.get(`commission ${scope}`) : undefined;
      const project = shared ?? ofMember ?? free.shift();
      if (project === undefined) throw new Error('The sample has too few projects.');
      const office = offices(scope);
      projects.set(`${asker} ${scope}`, { ...project, office });
      await database.query('update project set office_id = $2 where id = $1', [project.id, office]);
      if (OWN.has(scope) && asker !== 'public')
        await enlist(database, { projectId: project.id, login: loginOf(asker), scope });
    }
  }
  return projects;
}

async function officesOf(database: TestDatabase): Promise<(scope: Scope) => string> {
  const [unit] = await database.query<{ own: string; below: string; other: string }>(
    `select parent_id as own, id as below,
            (select id from org_unit where parent_id is null and id <> it.parent_id order by key limit 1) as other
       from org_unit it where key = 'it'`,
  );
  if (unit === undefined) throw new Error('The sample lacks the office "it".');
  await database.query('update person set office_id = $1 where id in (select person_id from account)', [
    unit.own,
  ]);
  return (scope) =>
    scope === 'a project of the own office'
      ? unit.own
      : scope === 'a project of a unit below the own office'
        ? unit.below
        : unit.other;
}

/** Makes a project the person's own: as its lead, its deputy, or as the one who stands in for its lead. */
async function enlist(
  database: TestDatabase,
  { projectId, login, scope }: { projectId: string; login: string; scope: Scope },
): Promise<void> {
  const [person] = await database.query<{ id: string }>(
    'select person_id as id from account where login = $1',
    [login],
  );
  const [lead] =
    scope === 'a project of somebody for whom the person stands in'
      ? await database.query<{ id: string }>(
          `insert into person (id, display_name, roles, deputy_id)
           values (gen_random_uuid(), 'Lead of ' || $1, '{project-lead}', $2) returning id`,
          [login, person?.id],
        )
      : [person];
  await database.query(
    'insert into project_person (id, project_id, person_id, function) values (gen_random_uuid(), $1, $2, $3)',
    [projectId, lead?.id, scope === 'a project in which the person is a deputy' ? 'deputy' : 'lead'],
  );
}
