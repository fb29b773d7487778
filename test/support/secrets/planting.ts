import { Client } from 'pg';
import type { TestDatabase } from '../database';

/** A column into which a secret can be written. */
export interface SecretColumn {
  table: string;
  column: string;
  type: string;
}

/** Tables that are public as a whole, or keep no words of people. Source: domain.md, "Visibility". */
const PUBLIC_TABLES = [
  'published_project',
  'strategy',
  'design_principle',
  'action_field',
  'corridor_theme',
  'supported_goal',
  'digital_agenda',
  'council_body',
  'report_rhythm',
  'migrations',
];
/** Columns that are public although the rest of their table is not: a strategy names its responsible office. */
const PUBLIC_COLUMNS = ['org_unit.name', 'org_unit.key'];
/** What a secret would break before it could leak: a phase that no phase is. */
const NO_TEXT = ['project.paused_from'];

/** An amount that is nowhere else. */
export const SECRET_CENTS = 4_242_424_242;

/**
 * Every column for words or amounts that is not public, as the database knows them today: a new one is among them without
 * anybody thinking of it. Columns that allow a few values only can't hold a secret.
 */
export async function secretColumns(database: TestDatabase): Promise<SecretColumn[]> {
  const columns = await database.query<SecretColumn>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and (format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb', 'character varying')
             or a.attname like '%\\_cents')
        and not exists (select from pg_constraint k
                         where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
                           and pg_get_constraintdef(k.oid) like '%ARRAY[%')
      order by 1, 2`,
  );
  return columns.filter(
    ({ table, column }) =>
      !PUBLIC_TABLES.includes(table) && ![...PUBLIC_COLUMNS, ...NO_TEXT].includes(`${table}.${column}`),
  );
}

/**
 * Writes a secret into the columns of all rows and of all their versions, past any trigger, so that no revision is made and
 * answers have no reason to differ. Returns the tables in which there was something to write into.
 */
export async function plant(
  database: TestDatabase,
  columns: readonly SecretColumn[],
  mark: string,
): Promise<Set<string>> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const planted = new Set<string>();
  try {
    await client.query('begin');
    for (const table of new Set(columns.map((column) => column.table))) {
      const own = columns.filter((column) => column.table === table);
      const sets = own.map(({ column, type }) => `${column} = ${secretOf(type, mark)}`).join(', ');
      for (const name of await twins(client, table)) {
        await client.query(`alter table ${name} disable trigger user`);
        const { rowCount } = await client.query(
          `with numbered as (select ctid, row_number() over () as n from ${name})
           update ${name} kept set ${sets} from numbered where numbered.ctid = kept.ctid`,
        );
        await client.query(`alter table ${name} enable trigger user`);
        if (rowCount) planted.add(table);
      }
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
  return planted;
}

/** Unique columns stay unique, and the mark stays a word that a search would find. */
function secretOf(type: string, mark: string): string {
  if (type === 'text[]') return `array['${mark}']`;
  if (type === 'jsonb') return `jsonb_build_object('${mark}', '${mark} ' || n)`;
  return type === 'bigint' ? String(SECRET_CENTS) : `'${mark} ' || n`;
}

async function twins(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ twin: string | null }>('select to_regclass($1) as twin', [
    `history.${table}`,
  ]);
  return [`public.${table}`, ...(rows[0]?.twin ? [`history.${table}`] : [])];
}
