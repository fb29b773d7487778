import { copyLine } from './copy-text.js';

describe('a line for COPY', () => {
  it('divides values by tabs and writes nothing known as \\N', () => {
    expect(copyLine(['a', null, 12, -0.5, true, false])).toBe('a\t\\N\t12\t-0.5\tt\tf');
  });

  it('escapes what would end a value or a line', () => {
    expect(copyLine(['a\tb\nc\rd\\e'])).toBe('a\\tb\\nc\\rd\\\\e');
    expect(copyLine(['\\N', ''])).toBe('\\\\N\t');
  });

  it('writes lists as arrays whose elements are quoted', () => {
    expect(copyLine([['a', 'b,c', 'd"e', 'f\\g', '{}', 'NULL', '']])).toBe(
      '{"a","b,c","d\\\\"e","f\\\\\\\\g","{}","NULL",""}',
    );
    expect(copyLine([[]])).toBe('{}');
  });
});
