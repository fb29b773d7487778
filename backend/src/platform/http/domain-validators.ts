import { registerDecorator, ValidateIf } from 'class-validator';
import { isDay } from '../time/calendar.js';

/**
 * A key that may be missing but, when sent, is checked: for what can't be null. `@IsOptional()` lets null through as well.
 */
export function IfSent(): PropertyDecorator {
  return ValidateIf((_: unknown, value: unknown) => value !== undefined);
}

/** A calendar day 'YYYY-MM-DD' between 1900 and 2199. */
export function IsDay(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () => 'a calendar day like 2026-11-23',
      },
    });
}

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** An instant with its offset, like '2026-11-23T14:00:00Z' or '2026-11-23T15:00+01:00'. */
export function IsInstant(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(INSTANT.exec(value)?.[1] ?? ''),
        defaultMessage: () => 'an instant with its offset, like 2026-11-23T14:00:00Z',
      },
    });
}

/** Whole euro cents, 0 to 100 billion euro. Source: domain.md, Money. */
export const MAX_CENTS = 10_000_000_000_000;

/** Whole euro cents within ±100 billion euro; `min` is 0 unless said otherwise. */
export function IsCents({ min = 0 }: { min?: number } = {}): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isCents',
      target: target.constructor,
      propertyName: String(property),
      constraints: [min, MAX_CENTS],
      validator: {
        validate: (value: unknown) =>
          typeof value === 'number' && Number.isInteger(value) && value >= min && value <= MAX_CENTS,
        defaultMessage: () => `whole cents from ${min} to ${MAX_CENTS}`,
      },
    });
}
