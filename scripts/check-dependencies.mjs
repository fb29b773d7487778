import { readFileSync } from 'node:fs';

/**
 * Looks at what is installed from elsewhere: every version is exact, every package is pinned by a hash, and install
 * scripts belong to packages that package.json lists (`allowScripts`) and SECURITY.md explains, one by one.
 */
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const read = (file) => readFileSync(file, 'utf8');

const manifest = JSON.parse(read('package.json'));
const { packages } = JSON.parse(read('package-lock.json'));
const security = read('SECURITY.md');
const faults = [
  ...['dependencies', 'devDependencies', 'optionalDependencies'].flatMap(inexact),
  ...Object.entries(packages).flatMap(([folder, entry]) => (folder === '' ? [] : faultsOf(folder, entry))),
  ...Object.keys(manifest.allowScripts ?? {}).flatMap(unexplained),
];

if (faults.length > 0) {
  console.error([...new Set(faults)].join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${Object.keys(packages).length - 1} packages, all of them pinned`);
}

function inexact(group) {
  return Object.entries(manifest[group] ?? {})
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `package.json  ${name} has no exact version: ${version}`);
}

function faultsOf(folder, { hasInstallScript, integrity, link }) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return [
    ...(integrity || link ? [] : [`package-lock.json  ${folder} is not pinned by a hash`]),
    ...(hasInstallScript && !(name in (manifest.allowScripts ?? {}))
      ? [`package.json  allowScripts does not say whether ${name} may run its install script`]
      : []),
  ];
}

function unexplained(name) {
  return security.includes(`\`${name}\``)
    ? []
    : [`SECURITY.md  does not say why ${name} may or may not run its script`];
}
