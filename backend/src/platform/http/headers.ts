import {
  type ArgumentMetadata,
  createParamDecorator,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IfMatchMissing, MalformedRequest } from '../errors/app-error.js';

const ETAG = /^(?:W\/)?"(\d{1,9})(?:\.[\w-]+)?"$/;

/**
 * The version that a change was made on, from If-Match `"<version>"` or `"<version>.<hash>"`.
 * @throws IfMatchMissing (428), MalformedRequest (400)
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new IfMatchMissing();
  const version = ETAG.exec(header)?.[1];
  if (version === undefined)
    throw new MalformedRequest([{ pointer: '#header/if-match', code: 'if-match-malformed' }]);
  return Number(version);
});

/**
 * Query arrays repeat the key: Fastify gives a string for one and an array for two.
 * For use in `@Transform(toList)`; undefined stays undefined.
 */
export function toList({ value }: { value: unknown }): unknown {
  return value === undefined || Array.isArray(value) ? value : [value];
}

/** For use in `@Transform(toNumber)` on query parameters: digits become a number, anything else stays and fails. */
export function toNumber({ value }: { value: unknown }): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

/** For use in `@Transform(toBoolean)` on query parameters. */
export function toBoolean({ value }: { value: unknown }): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}

/** Refuses what is no text for a database, and gives every text one form: trimmed, NFC. */
export class TextPipe implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    const nulls: string[] = [];
    const normal = normalise(value, type === 'param' && data ? `#path/${data}` : '', nulls);
    if (nulls.length > 0) {
      throw new MalformedRequest(nulls.map((pointer) => ({ pointer, code: 'null-character' })));
    }
    return normal;
  }
}

const DEEPEST = 20;
const MOST_ITEMS = 1_000;

function normalise(value: unknown, pointer: string, nulls: string[], depth = 0): unknown {
  if (typeof value === 'string') {
    if (value.includes('\0')) nulls.push(pointer);
    return value.toWellFormed().normalize('NFC').trim();
  }
  if (depth > DEEPEST) throw new MalformedRequest([{ pointer, code: 'too-deep' }]);
  if (Array.isArray(value)) {
    if (value.length > MOST_ITEMS) {
      throw new MalformedRequest([{ pointer, code: 'too-many-items', params: { limit: MOST_ITEMS } }]);
    }
    return value.map((item: unknown, index) => normalise(item, `${pointer}/${index}`, nulls, depth + 1));
  }
  if (typeof value === 'object' && value !== null && isPlain(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        normalise(item, `${pointer}/${escapePointer(key)}`, nulls, depth + 1),
      ]),
    );
  }
  return value;
}

/** A member's name as a part of a JSON pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
