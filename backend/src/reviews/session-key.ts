import { isUuid, NotFound } from '../platform/index.js';

/**
 * Says how a session is looked up: by id, else by its number.
 * @throws NotFound (404) for what is neither
 */
export function sessionKey(ref: string): { column: 'id' | 'number'; value: string | number } {
  if (isUuid(ref)) return { column: 'id', value: ref.toLowerCase() };
  if (/^\d{1,9}$/.test(ref)) return { column: 'number', value: Number(ref) };
  throw new NotFound('review-session');
}
