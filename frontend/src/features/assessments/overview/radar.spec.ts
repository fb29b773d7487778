import { corners, linesOf, pointOn, reachOf } from './radar';

describe('the radar', () => {
  it('starts at the top and goes clockwise', () => {
    const up = pointOn({ index: 0, of: 4 }, 10);
    const right = pointOn({ index: 1, of: 4 }, 10);
    expect(up.x).toBeCloseTo(0);
    expect(up.y).toBeCloseTo(-10);
    expect(right.x).toBeCloseTo(10);
    expect(right.y).toBeCloseTo(0);
  });

  it('keeps a 0 off the middle and a 4 on the rim', () => {
    expect(reachOf(0)).toBeGreaterThan(0);
    expect(reachOf(4)).toBe(1);
  });

  it('has no corner where nothing is scored', () => {
    expect(corners([4, null, 4], 1)).toHaveLength(2);
  });

  it('breaks titles at spaces only', () => {
    expect(linesOf('Informationssicherheit und Datenschutz', 22)).toEqual([
      'Informationssicherheit',
      'und Datenschutz',
    ]);
  });
});
