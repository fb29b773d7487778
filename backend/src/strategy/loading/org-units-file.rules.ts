import { isDay } from '../../platform/time/calendar.js';
import type { FaultCode, FaultParams } from './file-fault.rules.js';

/** A unit of the administration as the table names it. */
export interface OrgUnitInFile {
  kind: OrgUnitKind;
  key: string;
  shortName: string;
  name: string;
  parentKey: string | null;
  validFrom: string | null;
  validTo: string | null;
}

/** One line of a table: the number of the line in the file, counted from 1, and its cells. */
export interface TableLine {
  line: number;
  cells: string[];
}

/** A fault in a table: the line and the name of the column, empty when it is about the whole line. */
export interface TableFault {
  line: number;
  column: string;
  code: FaultCode;
  params: FaultParams;
}

type OrgUnitKind = (typeof KINDS)[number];
const KINDS = ['directorate', 'office', 'municipal-company'] as const;
const NEEDED = ['kind', 'key', 'short_name', 'name', 'parent_key'];
const POSSIBLE = [...NEEDED, 'valid_from', 'valid_to'];
const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LIMITS: Record<string, number> = { key: 60, short_name: 60, name: 300 };

/** Reads the table of units, a heading and one line per unit, and names every fault. */
export function readOrgUnits(lines: readonly TableLine[]): { units: OrgUnitInFile[]; faults: TableFault[] } {
  const [heading = { line: 1, cells: [] }, ...body] = lines;
  const faults = headingFaults(heading);
  if (faults.length > 0) return { units: [], faults };
  const rows = body.map((line) => new UnitLine(line, heading.cells));
  const units = rows.map((row) => row.read());
  const ofTree = [...keyFaults(rows, units), ...parentFaults(rows, units)];
  const all = [...rows.flatMap((row) => row.faults), ...ofTree];
  if (rows.length === 0) all.push({ line: heading.line, column: '', code: 'empty', params: {} });
  return { units, faults: all.sort((a, b) => a.line - b.line) };
}

function headingFaults({ line, cells }: TableLine): TableFault[] {
  const fault = (code: FaultCode) => (name: string) => ({ line, column: name, code, params: { name } });
  return [
    ...NEEDED.filter((name) => !cells.includes(name)).map(fault('column-missing')),
    ...cells.filter((name) => !POSSIBLE.includes(name)).map(fault('column-unknown')),
    ...cells.filter((name, index) => cells.indexOf(name) < index).map(fault('column-twice')),
  ];
}

/** Reads one line; a fault is noted and the reading goes on. */
class UnitLine {
  readonly faults: TableFault[] = [];
  readonly line: number;
  private readonly cells: Map<string, string>;

  constructor({ line, cells }: TableLine, columns: readonly string[]) {
    this.line = line;
    this.cells = new Map(
      columns.map((column, index) => [column, (cells[index] ?? '').normalize('NFC').trim()]),
    );
    if (cells.length !== columns.length) {
      this.fault('', 'cells-wrong', { found: cells.length, expected: columns.length });
    }
  }

  read(): OrgUnitInFile {
    const kind = this.text('kind');
    const known = KINDS.find((word) => word === kind);
    if (kind !== '' && known === undefined) this.fault('kind', 'not-allowed', { allowed: KINDS.join(', ') });
    const key = this.text('key');
    if (key !== '' && !KEY.test(key)) this.fault('key', 'key-malformed');
    const validFrom = this.day('valid_from');
    const validTo = this.day('valid_to');
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      this.fault('valid_to', 'ends-before-start');
    return {
      kind: known ?? 'office',
      key,
      shortName: this.text('short_name'),
      name: this.text('name'),
      parentKey: this.cells.get('parent_key') || null,
      validFrom,
      validTo,
    };
  }

  fault(column: string, code: FaultCode, params: FaultParams = {}): void {
    this.faults.push({ line: this.line, column, code, params });
  }

  private text(column: string): string {
    const text = this.cells.get(column) ?? '';
    const limit = LIMITS[column] ?? 60;
    if (text === '') this.fault(column, 'missing');
    else if (text.includes('\0')) this.fault(column, 'null-character');
    else if (text.length > limit) this.fault(column, 'too-long', { limit });
    return text;
  }

  private day(column: string): string | null {
    const day = this.cells.get(column) || null;
    if (day === null || isDay(day)) return day;
    this.fault(column, 'not-a-day');
    return null;
  }
}

function keyFaults(rows: readonly UnitLine[], units: readonly OrgUnitInFile[]): TableFault[] {
  const seen = new Set<string>();
  return units.flatMap(({ key }, index): TableFault[] => {
    const isTwin = key !== '' && seen.has(key);
    seen.add(key);
    return isTwin
      ? [{ line: rows[index]?.line ?? 0, column: 'key', code: 'key-twice', params: { key } }]
      : [];
  });
}

function parentFaults(rows: readonly UnitLine[], units: readonly OrgUnitInFile[]): TableFault[] {
  const parents = new Map(units.map(({ key, parentKey }) => [key, parentKey]));
  return units.flatMap(({ key, parentKey }, index): TableFault[] => {
    const place = { line: rows[index]?.line ?? 0, column: 'parent_key' };
    if (parentKey !== null && !parents.has(parentKey)) {
      return [{ ...place, code: 'parent-unknown', params: { parent: parentKey } }];
    }
    const path = cycleFrom(key, parents);
    return path === null ? [] : [{ ...place, code: 'parent-cycle', params: { path: path.join(' > ') } }];
  });
}

/** The way from a unit up to itself; null when it ends at the top. */
function cycleFrom(key: string, parents: ReadonlyMap<string, string | null>): string[] | null {
  const path = [key];
  for (let at = parents.get(key) ?? null; at !== null; at = parents.get(at) ?? null) {
    if (at === key) return [...path, key];
    if (path.includes(at)) return null;
    path.push(at);
  }
  return null;
}
