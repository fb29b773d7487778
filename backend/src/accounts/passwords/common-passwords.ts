import { readFile } from 'node:fs/promises';

const FILE = new URL('../../../../backend/data/passwords/common.txt', import.meta.url);

let loading: Promise<ReadonlySet<string>> | undefined;

/** Passwords and their cores that are known from leaks, lower case; read when the first password is set. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loading ??= readFile(FILE, 'utf8').then((text) => new Set(text.split('\n')));
  return loading;
}
