import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  formatAge,
  formatDay,
  formatInstant,
  todayInBerlin,
} from './dates';

describe('a calendar day', () => {
  it('is shown with leading zeros', () => {
    expect(formatDay('2026-03-05', 'de')).toBe('05.03.2026');
  });

  it('begins at midnight in Berlin, not in London', () => {
    expect(dayOf('2026-07-01T22:30:00Z')).toBe('2026-07-02');
    expect(todayInBerlin(new Date('2026-01-31T23:30:00Z'))).toBe('2026-02-01');
  });

  it('is the same one months before, or the last of a shorter month', () => {
    expect(addMonths('2026-11-28', -1)).toBe('2026-10-28');
    expect(addMonths('2027-01-15', -3)).toBe('2026-10-15');
    expect(addMonths('2028-03-31', -1)).toBe('2028-02-29');
    expect(addMonths('2028-02-29', -12)).toBe('2027-02-28');
  });

  it('counts days over the change to summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('an instant', () => {
  it('is shown in the time of Berlin', () => {
    expect(formatInstant('2026-11-23T13:05:00.123456Z', 'de')).toBe('23.11.2026, 14:05');
  });
});

describe('an age', () => {
  it.each([
    [0, 'heute'],
    [1, 'gestern'],
    [12, 'vor 12 Tagen'],
    [91, 'vor 3 Monaten'],
    [800, 'vor 2 Jahren'],
  ])('of %d days is "%s"', (days, words) => {
    expect(formatAge(days, 'de')).toBe(words);
  });
});
