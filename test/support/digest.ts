import { Client } from 'pg';
import type { TestDatabase } from './database';

/** What tests look at in the digest. */
export interface DigestItem {
  rev: number;
  record: string;
  project: { number: string; title: string } | null;
  field: string;
  year: number | null;
  yearTo: number | null;
  kind: string | null;
  direction: string | null;
  budget: { key: string } | null;
  detail: string | null;
  beforeCents: number | null;
  afterCents: number | null;
  differenceCents: number | null;
  beforeStage: string | null;
  afterStage: string | null;
}

export interface DigestTotal {
  budget: { key: string } | null;
  field: string;
  kind: string | null;
  direction: string | null;
  count: number;
  increaseCents: number | null;
  decreaseCents: number | null;
  differenceCents: number | null;
}

export interface Digest {
  from: { moment: string; day: string };
  to: { moment: string; day: string };
  total: number;
  changeCount: number;
  projectCount: number;
  totals: DigestTotal[];
  changes: {
    rev: number;
    at: string;
    actorName: string | null;
    command: string;
    reason: string | null;
    source: string;
    count: number;
  }[];
  items: DigestItem[];
}

/** A row as `field year kind direction: before → after`. */
export function told({ field, year, kind, direction, ...item }: DigestItem): string {
  const place = [field, year, kind, direction].filter((part) => part !== null).join(' ');
  const value = (cents: number | null, stage: string | null): string =>
    stage ?? (cents === null ? '–' : String(cents));
  return `${place}: ${value(item.beforeCents, item.beforeStage)} → ${value(item.afterCents, item.afterStage)}`;
}

/** The revision of the latest change, as a moment. */
export async function newestRev(database: TestDatabase): Promise<string> {
  const [row] = await database.query<{ rev: string }>('select max(rev) as rev from change');
  return `r${row?.rev}`;
}

/** Runs statements in one transaction, as a command of the ledger would. */
export async function inOneChange(database: TestDatabase, statements: [string, unknown[]][]): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('agenda.command', 'ledger.import', true), set_config('agenda.reason', 'Abruf', true)`,
    );
    for (const [sql, values] of statements) await client.query(sql, values);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
