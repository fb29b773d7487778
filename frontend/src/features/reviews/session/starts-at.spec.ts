import { instantOf, timeOf } from './starts-at';

describe('when a session begins', () => {
  it('is what the clock in the city hall shows, in winter and in summer', () => {
    expect(instantOf('2026-01-15', '14:00')).toBe('2026-01-15T13:00:00.000Z');
    expect(instantOf('2026-07-15', '14:00')).toBe('2026-07-15T12:00:00.000Z');
    expect(timeOf('2026-07-15T12:00:00Z')).toBe('14:00');
  });

  it('is nothing for a day that does not exist and for the hour that is left out in March', () => {
    expect(instantOf('', '14:00')).toBeNull();
    expect(instantOf('2026-03-29', '02:30')).toBeNull();
  });
});
