import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Writes the OpenAPI document and the types of the client once more, beside the committed ones, and compares. Works on
 * the built server.
 */
const openapiTypescript = path.resolve(import.meta.dirname, '../node_modules/.bin/openapi-typescript');
const folder = mkdtempSync(path.join(os.tmpdir(), 'contract-'));
const document = path.join(folder, 'openapi.json');
const types = path.join(folder, 'schema.d.ts');

try {
  execFileSync(process.execPath, ['dist/server/write-openapi.js', document], { stdio: 'pipe' });
  execFileSync(openapiTypescript, [document, '-o', types], { stdio: 'pipe' });
  compare(document, 'backend/openapi.json');
  compare(types, 'frontend/src/api/schema.d.ts');
} catch (error) {
  console.error(String(error.stderr ?? '').trim() || error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

function compare(fresh, committed) {
  const expected = readFileSync(fresh, 'utf8').split('\n');
  const found = existsSync(committed) ? readFileSync(committed, 'utf8').split('\n') : [];
  if (expected.join('\n') === found.join('\n')) return;
  const line = expected.findIndex((text, index) => text !== found[index]);
  const at = line === -1 ? expected.length : line;
  console.error(`${committed}:${at + 1} is not what the code says; run: npm run openapi`);
  console.error(`  committed: ${found[at] ?? '(nothing)'}\n  code:      ${expected[at] ?? '(nothing)'}`);
  process.exitCode = 1;
}
