import { isDay } from '../../platform/time/calendar.js';
import type { FaultCode, FaultParams } from './file-fault.rules.js';
import { type Json, type JsonObject, pointerTo } from './json-text.rules.js';

/** Text in the languages of the interface. */
export interface Title {
  de: string;
  en: string | null;
}

const TITLE_LENGTH = 300;
const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const KEY_LENGTH = 60;

/** Collects every fault of a file, and what of it nobody asked for. */
export class Findings {
  readonly faults: { pointer: string; code: FaultCode; params: FaultParams }[] = [];
  private readonly readers: RecordReader[] = [];

  add(pointer: string, code: FaultCode, params: FaultParams = {}): void {
    this.faults.push({ pointer, code, params });
  }

  /** Reads a value that has to be an object; with a fault and without members otherwise. */
  record(value: Json, pointer: string): RecordReader {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) this.add(pointer, 'wrong-type', { expected: 'an object' });
    const reader = new RecordReader(isObject ? value : null, pointer, this);
    this.readers.push(reader);
    return reader;
  }

  /** How often each member occurs that nothing was done with, by name. */
  unused(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const name of this.readers.flatMap((reader) => reader.unused()))
      counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  }
}

/**
 * Reads the members of one object. A fault is noted and answered with a stand-in of the right type, so that the reading
 * goes on and finds the others; what was read counts only when there was no fault at all.
 */
export class RecordReader {
  private readonly asked = new Set<string>();

  constructor(
    private readonly members: JsonObject | null,
    readonly pointer: string,
    private readonly findings: Findings,
  ) {}

  /** The pointer of a member. */
  at(name: string): string {
    return pointerTo(this.pointer, name);
  }

  fault(name: string, code: FaultCode, params: FaultParams = {}): void {
    this.findings.add(this.at(name), code, params);
  }

  key(): string {
    const key = this.text('key', KEY_LENGTH);
    if (key !== '' && !KEY.test(key)) this.fault('key', 'key-malformed');
    return key;
  }

  text(name: string, limit = TITLE_LENGTH): string {
    return this.optionalText(name, limit) ?? this.missing(name, '');
  }

  optionalText(name: string, limit = TITLE_LENGTH): string | null {
    const value = this.member(name);
    if (value === null) return null;
    if (typeof value !== 'string') return this.wrong(name, 'text', '');
    const text = value.normalize('NFC').trim();
    if (text.includes('\0')) this.fault(name, 'null-character');
    else if (text === '') this.fault(name, 'empty');
    else if (text.length > limit) this.fault(name, 'too-long', { limit });
    return text;
  }

  integer(name: string, range: { min: number; max: number }): number {
    return this.optionalInteger(name, range) ?? this.missing(name, range.min);
  }

  optionalInteger(name: string, { min, max }: { min: number; max: number }): number | null {
    const value = this.member(name);
    if (value === null) return null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.fault(name, 'out-of-range', { min, max });
    return min;
  }

  optionalDay(name: string): string | null {
    const value = this.member(name);
    if (value === null || (typeof value === 'string' && isDay(value))) return value;
    this.fault(name, 'not-a-day');
    return null;
  }

  /** The days of a validity, both included. */
  validity(): { validFrom: string | null; validTo: string | null } {
    const validFrom = this.optionalDay('validFrom');
    const validTo = this.optionalDay('validTo');
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      this.fault('validTo', 'ends-before-start');
    return { validFrom, validTo };
  }

  oneOf<Word extends string>(name: string, allowed: readonly [Word, ...Word[]]): Word {
    const value = this.member(name);
    if (value === null) return this.missing(name, allowed[0]);
    const found = allowed.find((word) => word === value);
    if (found === undefined) this.fault(name, 'not-allowed', { allowed: allowed.join(', ') });
    return found ?? allowed[0];
  }

  title(name: string): Title {
    return this.optionalTitle(name) ?? this.missing(name, { de: '', en: null });
  }

  optionalTitle(name: string, limit = TITLE_LENGTH): Title | null {
    const title = this.optionalRecord(name);
    return title === null ? null : { de: title.text('de', limit), en: title.optionalText('en', limit) };
  }

  optionalRecord(name: string): RecordReader | null {
    const value = this.member(name);
    return value === null ? null : this.findings.record(value, this.at(name));
  }

  records<Item>(name: string, read: (record: RecordReader, index: number) => Item): Item[] {
    const items = this.optionalRecords(name, read) ?? this.missing(name, []);
    if (items.length === 0 && Array.isArray(this.member(name))) this.fault(name, 'empty');
    return items;
  }

  optionalRecords<Item>(name: string, read: (record: RecordReader, index: number) => Item): Item[] | null {
    const value = this.member(name);
    if (value === null) return null;
    if (!Array.isArray(value)) return this.wrong(name, 'a list', []);
    return value.map((item, index) =>
      read(this.findings.record(item, pointerTo(this.at(name), index)), index),
    );
  }

  /** The members that nobody asked for. */
  unused(): string[] {
    return Object.keys(this.members ?? {}).filter((name) => !this.asked.has(name));
  }

  /** A member that is null says as much as one that is not there. */
  private member(name: string): Json {
    this.asked.add(name);
    return this.members !== null && Object.hasOwn(this.members, name) ? (this.members[name] ?? null) : null;
  }

  private missing<Value>(name: string, standIn: Value): Value {
    // What is no object lacks everything; that was said once already.
    if (this.members !== null) this.fault(name, 'missing');
    return standIn;
  }

  private wrong<Value>(name: string, expected: string, standIn: Value): Value {
    this.fault(name, 'wrong-type', { expected });
    return standIn;
  }
}
