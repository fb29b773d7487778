const MS_PER_DAY = 86_400_000;
const berlinHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Translates days relative to the day of loading into calendar days and instants. */
export class SampleCalendar {
  private readonly origin: number;
  private readonly days = new Map<number, string>();
  private readonly noons = new Map<number, string>();

  constructor(today: string) {
    this.origin = Date.parse(`${today}T00:00:00Z`);
    if (Number.isNaN(this.origin)) throw new RangeError(`not a day: ${today}`);
  }

  /** The calendar day so many days from today, as 'YYYY-MM-DD'. */
  day(offset: number): string {
    let day = this.days.get(offset);
    if (day === undefined) {
      day = new Date(this.millisecondsOf(offset)).toISOString().slice(0, 10);
      this.days.set(offset, day);
    }
    return day;
  }

  /** The day, or null where there is none. */
  dayOrNull(offset: number | null): string | null {
    return offset === null ? null : this.day(offset);
  }

  /** How many days a calendar day lies from today. */
  offsetOf(day: string): number {
    return Math.round((Date.parse(`${day}T00:00:00Z`) - this.origin) / MS_PER_DAY);
  }

  /** The year so many years from today's. */
  year(relative: number): number {
    return new Date(this.origin).getUTCFullYear() + relative;
  }

  /** Midnight UTC of a day in milliseconds. */
  millisecondsOf(offset: number): number {
    return this.origin + offset * MS_PER_DAY;
  }

  /** An instant within the working day, in UTC. */
  instant(offset: number, secondOfDay: number): string {
    return new Date(this.millisecondsOf(offset) + secondOfDay * 1000).toISOString();
  }

  /** 12:00 in Berlin, in UTC. */
  noon(offset: number): string {
    let noon = this.noons.get(offset);
    if (noon === undefined) {
      const tenUtc = this.millisecondsOf(offset) + 10 * 3_600_000;
      const hoursToNoon = 12 - Number(berlinHour.format(tenUtc));
      noon = new Date(tenUtc + hoursToNoon * 3_600_000).toISOString();
      this.noons.set(offset, noon);
    }
    return noon;
  }
}
