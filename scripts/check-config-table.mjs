import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Compares the configuration table of README.md with `backend/src/config/settings.ts`, line by line. `--write` puts
 * the table that belongs there in its place. The table is the one that begins with the heading printed below.
 */
const root = path.resolve(import.meta.dirname, '..');
const readme = path.join(process.cwd(), 'README.md');
const heading = ['| Name | Default | Meaning |', '| --- | --- | --- |'];

const { settings } = await readSettings();
const expected = [
  ...heading,
  ...settings.map((setting) => `| \`${setting.name}\` | ${setting.default} | ${setting.meaning} |`),
].map(normal);
const text = readFileSync(readme, 'utf8');
const lines = text.split('\n');
const start = lines.findIndex((line) => normal(line) === normal(heading[0]));
if (start === -1) {
  console.error(`README.md has no configuration table. It is:\n\n${expected.join('\n')}`);
  process.exit(1);
}
const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
const found = lines.slice(start, length === -1 ? undefined : start + length);

if (process.argv.includes('--write')) {
  const { format, resolveConfig } = await import('prettier');
  const { writeFileSync } = await import('node:fs');
  lines.splice(start, found.length, ...expected);
  const options = { ...(await resolveConfig(readme)), filepath: readme };
  writeFileSync(readme, await format(lines.join('\n'), options));
} else {
  const faults = [
    ...expected.filter((line) => !found.map(normal).includes(line)).map((line) => `missing: ${line}`),
    ...found.filter((line) => !expected.includes(normal(line))).map((line) => `too much: ${normal(line)}`),
  ];
  if (faults.length > 0) {
    console.error(`The configuration table of README.md differs from backend/src/config/settings.ts:`);
    console.error(`${faults.join('\n')}\nnode scripts/check-config-table.mjs --write mends it.`);
    process.exit(1);
  }
}

/** Takes away the blanks and dashes by which tables are lined up. */
function normal(line) {
  return line
    .trim()
    .replaceAll(/\s*\|\s*/g, '|')
    .replaceAll(/-{2,}/g, '---');
}

/** The table imports nothing, so it can be read without a build. */
function readSettings() {
  const source = readFileSync(path.join(root, 'backend/src/config/settings.ts'), 'utf8');
  const options = { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 } };
  const { outputText } = ts.transpileModule(source, options);
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}
