import { corners, linesOf, pointOn, reachOf } from './radar';

describe('the radar', () => {
  it('starts at the top and goes clockwise', () => {
    expect(pointOn({ index: 0, of: 4 }, 10)).toEqual({ x: expect.closeTo(0), y: expect.closeTo(-10) });
    expect(pointOn({ index: 1, of: 4 }, 10)).toEqual({ x: expect.closeTo(10), y: expect.closeTo(0) });
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
