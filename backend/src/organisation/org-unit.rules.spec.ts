import { faultsOfUnit } from './org-unit.rules.js';

const tree = [
  { id: 'mayor', parentId: null },
  { id: 'directorate', parentId: 'mayor' },
  { id: 'office', parentId: 'directorate' },
];
const unit = { id: 'directorate', parentId: 'mayor', validFrom: null, validTo: null };

describe('a unit of the administration', () => {
  it('is fine at the top, below another one, and for one day', () => {
    expect(faultsOfUnit({ ...unit, parentId: null }, tree)).toEqual([]);
    expect(faultsOfUnit(unit, tree)).toEqual([]);
    expect(faultsOfUnit({ ...unit, validFrom: '2026-01-01', validTo: '2026-01-01' }, tree)).toEqual([]);
  });

  it.each(['directorate', 'office'])('is never below itself, as below %s', (parentId) => {
    expect(faultsOfUnit({ ...unit, parentId }, tree)).toEqual([
      { pointer: '/parentId', code: 'org-unit.below-itself' },
    ]);
  });

  it('names every fault at once', () => {
    const wrong = { ...unit, parentId: 'nobody', validFrom: '2026-02-01', validTo: '2026-01-31' };
    expect(faultsOfUnit(wrong, tree)).toEqual([
      { pointer: '/parentId', code: 'reference-unknown' },
      { pointer: '/validTo', code: 'org-unit.ends-before-start' },
    ]);
  });

  it('is judged also in a tree that has a circle already', () => {
    const circle = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ];
    expect(faultsOfUnit({ ...unit, parentId: 'a' }, circle)).toEqual([]);
  });
});
