/** Collects the values of a statement and gives each its placeholder. */
export class SqlValues {
  readonly list: unknown[] = [];
  private readonly days = new Map<string, string>();

  /** The placeholder of a value, `$3`. */
  of(value: unknown): string {
    return `$${this.list.push(value)}`;
  }

  /** The placeholder of a calendar day, `$3::date`; a day that is asked for again keeps its own. */
  day(day: string): string {
    const known = this.days.get(day) ?? `${this.of(day)}::date`;
    this.days.set(day, known);
    return known;
  }
}
