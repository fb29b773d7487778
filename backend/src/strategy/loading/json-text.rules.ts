/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [member: string]: Json;
}

/** A place in a text, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A JSON text that was read, with where each value stands: `JSON.parse` tells neither places nor repeated members. */
export interface JsonText {
  value: Json;
  /** The place of a value, or of the nearest one around it when there is none. */
  placeOf: (pointer: string) => Place;
  /** Pointers of members that stand twice in their object. */
  repeated: string[];
}

/** The text is no JSON; says where the first fault is and what should stand there. */
export class JsonMalformed extends Error {
  constructor(
    readonly place: Place,
    readonly expected: string,
  ) {
    super(`${expected} expected`);
  }
}

/**
 * Reads a JSON text.
 * @throws JsonMalformed
 */
export function readJson(text: string): JsonText {
  const reader = new JsonReader(text);
  const value = reader.read();
  return {
    value,
    repeated: reader.repeated,
    placeOf: (pointer) => placeAt(text, nearest(reader.offsets, pointer)),
  };
}

/** Adds a step to a JSON pointer. */
export function pointerTo(parent: string, step: string | number): string {
  return `${parent}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A cure for texts that nest without end. */
const DEEPEST = 50;
const SPACE = /[ \t\r\n]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"/uy;

class JsonReader {
  readonly offsets = new Map<string, number>();
  readonly repeated: string[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  read(): Json {
    const value = this.value('', 0);
    this.skipSpace();
    if (this.at < this.text.length) this.fail('end of the file');
    return value;
  }

  private value(pointer: string, depth: number): Json {
    this.skipSpace();
    this.offsets.set(pointer, this.at);
    if (depth > DEEPEST) this.fail('less nesting');
    if (this.takes('{')) return this.members(pointer, depth);
    if (this.takes('[')) return this.elements(pointer, depth);
    const token = this.token(STRING) ?? this.token(LITERAL);
    return token === null ? this.fail('a value') : (JSON.parse(token) as Json);
  }

  private members(pointer: string, depth: number): JsonObject {
    const members = new Map<string, Json>();
    if (this.takes('}')) return {};
    do {
      this.skipSpace();
      const token = this.token(STRING);
      const name = token === null ? this.fail('a name in quotation marks') : (JSON.parse(token) as string);
      const member = pointerTo(pointer, name);
      if (members.has(name)) this.repeated.push(member);
      if (!this.takes(':')) this.fail('":"');
      members.set(name, this.value(member, depth + 1));
    } while (this.takes(','));
    if (!this.takes('}')) this.fail('"," or "}"');
    return Object.fromEntries(members);
  }

  private elements(pointer: string, depth: number): Json[] {
    const elements: Json[] = [];
    if (this.takes(']')) return elements;
    do elements.push(this.value(pointerTo(pointer, elements.length), depth + 1));
    while (this.takes(','));
    if (!this.takes(']')) this.fail('"," or "]"');
    return elements;
  }

  private takes(sign: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private skipSpace(): void {
    this.token(SPACE);
  }

  private token(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const token = pattern.exec(this.text)?.[0];
    if (token === undefined) return null;
    this.at += token.length;
    return token;
  }

  private fail(expected: string): never {
    throw new JsonMalformed(placeAt(this.text, this.at), expected);
  }
}

function nearest(offsets: ReadonlyMap<string, number>, pointer: string): number {
  let known = pointer;
  while (known !== '' && !offsets.has(known)) known = known.slice(0, known.lastIndexOf('/'));
  return offsets.get(known) ?? 0;
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
