import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits, for a cookie or an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a secret: what the database keeps of it. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
