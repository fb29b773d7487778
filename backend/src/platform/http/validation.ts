import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { type Fault, MalformedRequest } from '../errors/app-error.js';
import { escapePointer } from './headers.js';

/**
 * Checks bodies and queries against their DTO class; unknown keys are refused, all faults are named at once.
 * Wrong types, lengths and ranges are 400; what only a rule can judge is the rule's business (422).
 */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: false,
    // Needed to look up the limits; Nest leaves the target out otherwise.
    validationError: { target: true },
    exceptionFactory: (errors) => new MalformedRequest(errors.flatMap((error) => faultsOf(error, ''))),
  });
}

function faultsOf(error: ValidationError, parent: string): Fault[] {
  const pointer = `${parent}/${escapePointer(error.property)}`;
  const own = Object.keys(error.constraints ?? {}).map((name) => ({
    pointer,
    code: kebab(name),
    params: paramsOf(error, name),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

/** The limits that a constraint was declared with, so that a message can name them: `@Max(4)` gives `{ limit: 4 }`. */
function paramsOf(error: ValidationError, name: string): Record<string, unknown> {
  const target = error.target?.constructor;
  if (target === undefined) return {};
  const metadata = getMetadataStorage()
    .getTargetValidationMetadatas(target, '', false, false)
    .find((candidate) => candidate.propertyName === error.property && candidate.name === name);
  const [first, second] = (metadata?.constraints ?? []) as unknown[];
  if (Array.isArray(first)) return { allowed: first };
  if (name === 'isIn' || name === 'isEnum') return { allowed: second ?? first };
  if (name === 'isLength') return { min: first, max: second };
  return typeof first === 'number' || typeof first === 'string' ? { limit: first } : {};
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
