import { faultsOfIds, isUnchanged, sheetDifference } from './sheet.rules.js';

const present = new Map([
  ['a', { year: 2026, amountCents: 100 }],
  ['b', { year: 2027, amountCents: 200 }],
]);

describe('a sheet held against the rows that are there', () => {
  it('means nothing when it says the same in another order', () => {
    const same = [
      { id: 'b', year: 2027, amountCents: 200 },
      { id: 'a', year: 2026, amountCents: 100 },
    ];
    expect(isUnchanged(sheetDifference(same, present))).toBe(true);
  });

  it('adds rows without id, changes those with another value, removes those that are absent', () => {
    const rows = [
      { year: 2028, amountCents: 300 },
      { id: 'a', year: 2026, amountCents: 101 },
    ];
    expect(sheetDifference(rows, present)).toEqual({
      added: [{ year: 2028, amountCents: 300 }],
      changed: [{ id: 'a', year: 2026, amountCents: 101 }],
      removed: ['b'],
    });
  });

  it('removes everything when it is empty', () => {
    expect(sheetDifference([], present).removed).toEqual(['a', 'b']);
  });
});

describe('ids of a sheet', () => {
  it('are right when each names a row of the project once', () => {
    expect(faultsOfIds([{ id: 'a' }, {}, { id: 'b' }, {}], new Set(['a', 'b']))).toEqual([]);
  });

  it('are named at their rows, all at once, when they are unknown or stand twice', () => {
    expect(faultsOfIds([{ id: 'a' }, { id: 'x' }, { id: 'a' }], new Set(['a']))).toEqual([
      { pointer: '/rows/1/id', code: 'row-unknown' },
      { pointer: '/rows/2/id', code: 'row-twice' },
    ]);
  });
});
