import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * Writes the software bill of materials of what runs in production, CycloneDX as JSON, from the lock file:
 * `npm run sbom`, or `npm run sbom -- FILE`.
 */
const root = path.resolve(import.meta.dirname, '..');
const file = path.resolve(process.argv[2] ?? path.join(root, 'dist/sbom.cdx.json'));
const options = [
  '--sbom-format',
  'cyclonedx',
  '--sbom-type',
  'application',
  '--omit',
  'dev',
  '--package-lock-only',
];

const { stdout } = await promisify(execFile)('npm', ['sbom', ...options], {
  cwd: root,
  maxBuffer: 64 * 2 ** 20,
});
const bill = JSON.parse(stdout);
const { bomFormat, specVersion, components } = bill;
if (bomFormat !== 'CycloneDX' || components.length === 0) throw new Error('npm wrote no bill of materials.');
mkdirSync(path.dirname(file), { recursive: true });
// npm names the application by its folder.
bill.metadata.component.name = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).name;
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(
  `${components.length} components, CycloneDX ${specVersion}: ${path.relative(process.cwd(), file)}`,
);
