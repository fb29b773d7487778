import fc from 'fast-check';
import { JsonMalformed, readJson } from './json-text.rules.js';

function faultOf(text: string): { line: number; column: number; expected: string } {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof JsonMalformed) return { ...error.place, expected: error.expected };
    throw error;
  }
  throw new Error('The text was taken.');
}

describe('reading a JSON text', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readJson(text).value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const sign = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      'a',
      '1',
      '-',
      '.',
      'e',
      'true',
      'null',
      ' ',
      '\\',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const text = signs.join('');
        const isTaken = (read: (text: string) => unknown): boolean => {
          try {
            read(text);
            return true;
          } catch {
            return false;
          }
        };
        expect(isTaken(readJson)).toBe(isTaken(JSON.parse));
      }),
      { numRuns: 2000 },
    );
  });

  it('says in which line and column each value stands', () => {
    const { placeOf } = readJson('{\n  "a": [1,\n    { "b/c": true }]\n}');
    expect(placeOf('')).toEqual({ line: 1, column: 1 });
    expect(placeOf('/a/0')).toEqual({ line: 2, column: 9 });
    expect(placeOf('/a/1/b~1c')).toEqual({ line: 3, column: 14 });
  });

  it('gives the place of the object for a member that is not there', () => {
    const { placeOf } = readJson('{\n  "a": {}\n}');
    expect(placeOf('/a/missing/deeper')).toEqual({ line: 2, column: 8 });
  });

  it('names members that stand twice, of which one would get lost', () => {
    expect(readJson('{ "a": { "b": 1, "c": 2, "b": 3 } }').repeated).toEqual(['/a/b']);
  });

  it('keeps a member called __proto__ a plain member', () => {
    const { value } = readJson('{ "__proto__": { "admin": true } }');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
  });

  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', { line: 3, column: 3, expected: '"," or "}"' }],
    ['{ "a" 1 }', { line: 1, column: 7, expected: '":"' }],
    ['{ a: 1 }', { line: 1, column: 3, expected: 'a name in quotation marks' }],
    ['[1, 2', { line: 1, column: 6, expected: '"," or "]"' }],
    ['[1, ]', { line: 1, column: 5, expected: 'a value' }],
    ['{ "a": "never closed }', { line: 1, column: 8, expected: 'a value' }],
    ['', { line: 1, column: 1, expected: 'a value' }],
    ['{}\n{}', { line: 2, column: 1, expected: 'end of the file' }],
  ])('says where %j is no JSON', (text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });

  it('refuses nesting without end instead of falling over', () => {
    expect(faultOf('['.repeat(100_000)).expected).toBe('less nesting');
  });
});
