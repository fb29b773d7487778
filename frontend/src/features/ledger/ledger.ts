import { api, ifMatch } from '../../api/client';
import type { Answer, Body } from '../../api/types';

export type LedgerImport = Answer<'/api/v1/ledger-imports/{id}', 'get'>;
export type LedgerImportItem = Answer<'/api/v1/ledger-imports', 'get'>['items'][number];
export type LedgerResult = NonNullable<LedgerImport['result']>;
export type LedgerFormat = NonNullable<LedgerImport['format']>;
export type LedgerMapping = NonNullable<LedgerImport['mapping']>;
export type LedgerChange = Answer<'/api/v1/ledger-imports/{id}/changes', 'get'>['items'][number];
export type LedgerRow = Answer<'/api/v1/ledger-imports/{id}/rows', 'get'>['items'][number];
export type LedgerState = LedgerImport['state'];
export type Setup = Body<'/api/v1/ledger-imports/{id}', 'patch'>;

export const AMOUNTS = [
  'appropriation',
  'amendments',
  'carryOver',
  'committed',
  'actual',
  'forecast',
] as const satisfies readonly (keyof LedgerMapping['amounts'])[];
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'utf-16le',
] as const satisfies readonly LedgerFormat['encoding'][];
export const DELIMITERS = [';', ',', '\t', '|'] as const satisfies readonly LedgerFormat['delimiter'][];
export const NUMBER_STYLES = [
  'german',
  'international',
] as const satisfies readonly LedgerFormat['numbers'][];

/** Something is under way that nobody needs to wait for on this page. */
export function isWorking(state: LedgerState): boolean {
  return state === 'checking' || state === 'applying' || state === 'undoing';
}

/** The steps of reading in a file, in their order. */
export const STEPS = ['file', 'mapping', 'check', 'done'] as const;

/** The step that a state belongs to, counted from 0. */
export function stepOf(state: LedgerState): number {
  if (state === 'new' || state === 'receiving') return 0;
  if (state === 'draft') return 1;
  return state === 'checking' || state === 'checked' ? 2 : 3;
}

/** What a column of a file is taken for; columns that are nothing are left out. */
export function meaningsOf(mapping: LedgerMapping): Map<string, string> {
  const meanings = new Map<string, string>();
  const name = (column: string | null, meaning: string): void => {
    if (column !== null) meanings.set(column, meaning);
  };
  name(mapping.keyColumn, mapping.matchBy);
  name(mapping.yearColumn, 'year');
  name(mapping.kindColumn, 'kind');
  name(mapping.directionColumn, 'direction');
  for (const amount of AMOUNTS) name(mapping.amounts[amount], amount);
  return meanings;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Begins an import and sends its file; answers its id. */
export async function sendFile(file: File, sourceName: string): Promise<string> {
  const { data } = await api.POST('/api/v1/ledger-imports', {
    body: { fileName: file.name.slice(-200), sourceName },
  });
  const id = data?.id ?? '';
  await api.PUT('/api/v1/ledger-imports/{id}/file', {
    params: { path: { id } },
    body: file as never,
    bodySerializer: (body) => body,
    headers: { 'Content-Type': /\.xlsx$/i.test(file.name) ? XLSX : 'text/csv' },
  });
  return id;
}

/** Puts something right. */
export function setUp({ id, version }: Pick<LedgerImport, 'id' | 'version'>, values: Setup) {
  return api.PATCH('/api/v1/ledger-imports/{id}', {
    params: { path: { id } },
    body: values,
    headers: ifMatch(version),
  });
}
