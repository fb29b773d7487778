import type { SettingName } from './settings.js';

/** Values of the environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads settings one by one and collects what is wrong with them, so that all faults are told at once. A faulty
 * setting yields its default; nobody may use the values when `faults` is not empty. Empty means not set.
 */
export class SettingReader {
  readonly faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  /** Text without surrounding blanks, or null when not set. */
  text(name: SettingName): string | null {
    return this.environment[name]?.trim() || null;
  }

  wholeNumber(name: SettingName, bounds: { default: number; min: number; max: number }): number {
    const text = this.text(name);
    if (text === null) return bounds.default;
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= bounds.min && value <= bounds.max) return value;
    this.fault(name, `must be a whole number from ${bounds.min} to ${bounds.max}`, text);
    return bounds.default;
  }

  choice<const T extends string>(name: SettingName, allowed: readonly T[], fallback: T): T {
    const text = this.text(name);
    if (text === null) return fallback;
    const found = allowed.find((value) => value === text.toLowerCase());
    if (found === undefined) this.fault(name, `must be one of ${allowed.join(', ')}`, text);
    return found ?? fallback;
  }

  toggle(name: SettingName, fallback: boolean): boolean {
    const value = this.choice(name, ['on', 'off', 'true', 'false'], fallback ? 'on' : 'off');
    return value === 'on' || value === 'true';
  }

  /** Address with one of the given schemes. The value is never repeated in the fault: it may hold a password. */
  url(name: SettingName, schemes: readonly string[]): URL | null {
    const text = this.text(name);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url && schemes.includes(url.protocol)) return url;
    this.faults.push(`${name} must be an address that begins with ${schemes.join('// or ')}//.`);
    return null;
  }

  /** Notes a fault that a reader of a single setting cannot see. */
  fault(name: SettingName, expected: string, got: string | number): void {
    this.faults.push(`${name} ${expected}, not ${JSON.stringify(got)}.`);
  }

  /** Notes that another setting makes no sense without this one. */
  missing(name: SettingName, because: SettingName): void {
    this.faults.push(`${name} must be set, because ${because} is.`);
  }
}
