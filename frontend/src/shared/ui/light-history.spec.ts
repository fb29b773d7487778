import { lastTurn, pastLights } from './light-history';

const lights = pastLights({
  lightHistory: ['green', 'green', 'amber', 'amber'],
  lightHistoryOn: ['2026-01-10', '2026-02-10', '2026-03-12', '2026-04-10'],
});

describe('the last lights', () => {
  it('tell since when the newest one stands, and what it was before', () => {
    expect(lastTurn(lights)).toEqual({ light: 'amber', since: '2026-03-12', before: 'green' });
  });

  it('tell of no other light when there was none', () => {
    expect(lastTurn(lights.slice(0, 2))).toEqual({ light: 'green', since: '2026-01-10', before: null });
    expect(lastTurn([])).toBeNull();
  });

  it('have no days where these were not kept', () => {
    expect(pastLights({ lightHistory: ['red'], lightHistoryOn: [] })).toEqual([{ light: 'red', day: null }]);
  });
});
