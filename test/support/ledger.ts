import { Jobs } from '../../backend/src/platform/index';
import type { ApiAnswer, ApiClient, TestApi } from './api';
import type { Commanded } from './projects';
import { ifMatch } from './projects';

/** What tests look at in an import; the rest is there as well. */
export interface LedgerImport extends Record<string, unknown> {
  id: string;
  version: number;
  state: string;
  fault: string | null;
  format: Record<string, unknown>;
  detected: Record<string, unknown>;
  columns: string[];
  sample: string[][];
  mapping: { keyColumn: string | null; amounts: Record<string, string | null> } & Record<string, unknown>;
  result: LedgerResult;
  undo: Record<string, number> | null;
}

/** What a check found. */
export interface LedgerResult {
  rows: number;
  changingRows: number;
  unchangedRows: number;
  rejectedRows: number;
  lines: number;
  projects: number;
  totals: {
    amount: string;
    rowsCents: number;
    matchedCents: number;
    rejectedCents: number;
    fileCents: number | null;
    differenceCents: number | null;
  }[];
  sums: Record<string, unknown>[];
}

/** One page of something. */
interface Page<Item> {
  total: number;
  items: Item[];
}

/** A file of the ledger in the hands of somebody who reads it in. */
export interface LedgerFile {
  readonly id: string;
  read(): Promise<LedgerImport>;
  /** Sends a command on the present version. */
  send<Body = Commanded>(command: string, by?: ApiClient): Promise<ApiAnswer<Body>>;
  setUp<Body = Commanded>(values: object): Promise<ApiAnswer<Body>>;
  /** Has it checked and waits for the end. */
  check(): Promise<LedgerImport>;
  apply(): Promise<LedgerImport>;
  undo(): Promise<LedgerImport>;
  rows<Row = { number: number; outcome: string; fault: string | null }>(query?: string): Promise<Row[]>;
  changes<Change = { firstRow: number; amounts: object[]; undo: string | null }>(
    query?: string,
  ): Promise<Change[]>;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sends a file and answers what came of it. */
export async function sendFile(
  { api, person, sourceName = 'SAP' }: { api: TestApi; person: ApiClient; sourceName?: string },
  content: string | Buffer,
  { fileName = 'buchungen.csv', type = 'text/csv' } = {},
): Promise<ApiAnswer<Commanded>> {
  const made = await person.send<Commanded>('POST', '/api/v1/ledger-imports', { fileName, sourceName });
  if (made.status !== 201) throw new Error(`Beginning was answered by ${made.status}.`);
  return (await api.inject({
    method: 'PUT',
    url: `/api/v1/ledger-imports/${made.body.id}/file`,
    payload: content,
    headers: { cookie: person.cookie, 'content-type': type, 'x-requested-with': 'digital-agenda' },
  })) as ApiAnswer<Commanded>;
}

/** Sends a file that is taken. */
export async function aLedgerFile(
  by: { api: TestApi; person: ApiClient; sourceName?: string },
  content: string | Buffer,
  file?: { fileName?: string; type?: string },
): Promise<LedgerFile> {
  const answer = await sendFile(by, content, file);
  if (answer.status !== 200)
    throw new Error(`Receiving was answered by ${answer.status}: ${JSON.stringify(answer.body)}`);
  return ledgerFile(by, answer.body.id);
}

function ledgerFile({ api, person }: { api: TestApi; person: ApiClient }, id: string): LedgerFile {
  const url = `/api/v1/ledger-imports/${id}`;
  const read = async (): Promise<LedgerImport> => (await person.get<LedgerImport>(url)).body;
  const send = async <Body>(command: string, by = person): Promise<ApiAnswer<Body>> =>
    by.send<Body>('POST', `${url}/${command}`, undefined, ifMatch((await read()).version));
  const done = async (command: string): Promise<LedgerImport> => {
    const answer = await send(command);
    if (answer.status >= 300)
      throw new Error(`${command} was answered by ${answer.status}: ${JSON.stringify(answer.body)}`);
    await api.app.get(Jobs).workOff('ledger');
    return read();
  };
  return {
    id,
    read,
    send,
    setUp: async (values) => person.send('PATCH', url, values, ifMatch((await read()).version)),
    check: () => done('check'),
    apply: () => done('apply'),
    undo: () => done('undo'),
    rows: async <Row>(query = '') =>
      (await person.get<Page<Row>>(`${url}/rows?pageSize=200${query}`)).body.items,
    changes: async <Change>(query = '') =>
      (await person.get<Page<Change>>(`${url}/changes?pageSize=200${query}`)).body.items,
  };
}

/** Lines of a German CSV file. */
export function csv(...lines: string[]): string {
  return lines.map((line) => `${line}\r\n`).join('');
}
