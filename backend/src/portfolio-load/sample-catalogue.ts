import { readFile } from 'node:fs/promises';
import type { PoolClient } from 'pg';
import { type Catalogue, parseAgenda } from '../sample/index.js';
import { CURRENT_STRATEGY_SQL } from '../strategy/index.js';
import { makeSamplePeople } from './sample-people.js';

/** The entries of the Digital Agenda 2022; data/README.md says where they come from. */
const AGENDA_FILE = new URL('../../../backend/data/karlsruhe/agenda-2022.csv', import.meta.url);

/** A loaded strategy that made-up projects can refer to is missing. */
export class CatalogueMissing extends Error {
  constructor() {
    super('Load a strategy first: made-up projects refer to its action fields, principles and agenda.');
  }
}

type FromDatabase = Omit<Catalogue, 'agenda' | 'people' | 'agendaId'> & { agendaId: string | null };

/**
 * Puts together what made-up projects refer to, and makes the people among it, a lead and a coordinator for each of the
 * offices.
 * @throws CatalogueMissing
 */
export async function sampleCatalogue(
  client: PoolClient,
  officeKeys: readonly string[] | 'all',
): Promise<Catalogue> {
  const { rows } = await client.query<{ catalogue: FromDatabase }>(CATALOGUE);
  const found = rows[0]?.catalogue;
  if (found === undefined || found.agendaId === null || found.offices.length === 0)
    throw new CatalogueMissing();
  const agenda = parseAgenda(await readFile(AGENDA_FILE, 'utf8'));
  const staffed = found.offices.filter(({ key }) => officeKeys === 'all' || officeKeys.includes(key));
  return { ...found, agendaId: found.agendaId, agenda, people: await makeSamplePeople(client, staffed) };
}

const idsByKey = (table: string, where = 'true'): string =>
  `(select coalesce(jsonb_object_agg(key, id), '{}') from ${table} where ${where})`;
const ofStrategy = `strategy_id = (${CURRENT_STRATEGY_SQL})`;

const CATALOGUE = `
  select jsonb_build_object(
    'agendaId', (select id from digital_agenda where ${ofStrategy} order by year_from, key limit 1),
    'actionFieldIds', ${idsByKey('action_field', ofStrategy)},
    'principleIds', ${idsByKey('design_principle', ofStrategy)},
    'corridorThemeIds', ${idsByKey('corridor_theme')},
    'supportedGoalIds', ${idsByKey('supported_goal')},
    'councilBodyIds', ${idsByKey('council_body')},
    'budgets', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'yearFrom', year_from, 'yearTo', year_to, 'stage', stage)
                                          order by year_from), '[]') from budget),
    'offices', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'key', key, 'shortName', short_name)
                                          order by key collate "C"), '[]') from org_unit where kind <> 'directorate')
  ) as catalogue`;
