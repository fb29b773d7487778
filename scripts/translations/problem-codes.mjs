import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The codes of problems and faults that the server can answer, with the place of each, and the key of its text. Faults
 * of files that are loaded at a terminal are left out.
 */
export function problemCodes(source) {
  if (!existsSync(source)) return [];
  return readdirSync(source, { recursive: true })
    .filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$|\bloading\b|\bsample\b/.test(file))
    .map((file) => path.join(source, file))
    .flatMap(codesIn);
}

function codesIn(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/\bcode(?:: string)?(?: =|:) '([a-z][a-z0-9.-]+)'/g)].map(([, code]) => ({
        at: `${file}:${index + 1}`,
        key: `errors.${code.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase())}`,
      })),
    );
}
