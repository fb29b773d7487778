import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { FileFault } from './file-fault.rules.js';
import { JsonMalformed, type JsonText, type Place, readJson } from './json-text.rules.js';
import { type OrgUnitInFile, readOrgUnits } from './org-units-file.rules.js';
import { Findings } from './record-reader.rules.js';
import { readStrategyFile, type StrategyFile } from './strategy-file.rules.js';
import { StrategyFileRefused } from './strategy-file.errors.js';
import { tableLines, TableMalformed } from './table-lines.js';

/** A strategy file as bytes, and how to get at the files that it names. */
export interface StrategySource {
  /** Name of the file, for messages. */
  name: string;
  bytes: Uint8Array;
  /** Reads a file by its path relative to this one. */
  readBeside: (path: string) => Promise<Uint8Array>;
}

/** What a faultless source says. */
export interface StrategyContent {
  name: string;
  file: StrategyFile;
  /** Null when the file names no table of units. */
  orgUnits: OrgUnitInFile[] | null;
  /** How often each member occurs that nothing was done with, by name. */
  unused: Record<string, number>;
  /** Where in the file a value stands, by its JSON pointer. */
  placeOf: (pointer: string) => Place;
}

/**
 * Opens a strategy file.
 * @throws StrategyFileRefused when it can't be read
 */
export async function openSource(path: string): Promise<StrategySource> {
  const name = basename(path);
  return {
    name,
    bytes: await readFile(path).catch((error: unknown) => refuse([unreadable(name, error)])),
    readBeside: (beside) => readFile(resolve(dirname(path), beside)),
  };
}

/**
 * Reads a source as a whole.
 * @throws StrategyFileRefused with every fault of the file and of the table that it names
 */
export async function readSource(source: StrategySource): Promise<StrategyContent> {
  const { name, readBeside } = source;
  const text = decoded(source);
  const json = parsed(name, text);
  const findings = new Findings();
  const file = readStrategyFile(json.value, findings);
  for (const pointer of json.repeated) findings.add(pointer, 'member-twice');
  const faults = findings.faults
    .map((fault) => ({ file: name, ...fault, ...json.placeOf(fault.pointer) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  const table = file.orgUnits === null ? null : await readTable(file.orgUnits, readBeside);
  const all = [...faults, ...(table?.faults ?? [])];
  if (all.length > 0) refuse(all);
  return { name, file, orgUnits: table?.units ?? null, unused: findings.unused(), placeOf: json.placeOf };
}

async function readTable(
  path: string,
  readBeside: StrategySource['readBeside'],
): Promise<{ units: OrgUnitInFile[]; faults: FileFault[] }> {
  const file = basename(path);
  try {
    const text = decoded({ name: file, bytes: await readBeside(path) });
    const { units, faults } = readOrgUnits(tableLines(text));
    return {
      units,
      faults: faults.map(({ column, ...fault }) => ({ file, ...fault, pointer: column, column: null })),
    };
  } catch (error) {
    return { units: [], faults: tableRefused(file, error) };
  }
}

function tableRefused(file: string, error: unknown): FileFault[] {
  if (error instanceof StrategyFileRefused) return error.faults;
  if (error instanceof TableMalformed) {
    return [
      { ...wholeFile(file), line: error.line, code: 'csv-malformed', params: { reason: error.message } },
    ];
  }
  return [unreadable(file, error)];
}

function decoded({ name, bytes }: Pick<StrategySource, 'name' | 'bytes'>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse([{ ...wholeFile(name), code: 'not-utf-8', params: {} }]);
  }
}

function parsed(file: string, text: string): JsonText {
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonMalformed)) throw error;
    const { place, expected } = error;
    return refuse([{ file, pointer: '', ...place, code: 'json-malformed', params: { expected } }]);
  }
}

/** A file that can't be opened is the operator's fault to mend; anything else is ours and goes on its way. */
function unreadable(file: string, error: unknown): FileFault {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') throw error;
  return { ...wholeFile(file), code: 'file-unreadable', params: { reason: code } };
}

function wholeFile(file: string): Pick<FileFault, 'file' | 'pointer' | 'line' | 'column'> {
  return { file, pointer: '', line: null, column: null };
}

function refuse(faults: FileFault[]): never {
  throw new StrategyFileRefused(faults);
}
