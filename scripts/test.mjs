import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildStale } from './build-stale.mjs';

/**
 * Runs the tests: all gates and all projects of Jest but the long one, with `all` that one as well; or the named projects
 * only, with the rest handed on to Jest: `npm run test:api -- test/api/projects.spec.ts -t 'a name'`.
 */
const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test/.output/jest.json');
const usual = ['unit', 'api', 'vue', 'browser'];
const projects = [...usual, 'long'];
const needs = { unit: [], api: ['server'], vue: [], browser: ['server', 'web'], long: ['server', 'web'] };

const args = process.argv.slice(2);
const named = args.filter((arg) => projects.includes(arg));
const forJest = args.filter((arg) => ![...projects, 'all'].includes(arg));
const firstFlag = forJest.findIndex((arg) => arg.startsWith('-'));
const patterns = firstFlag === -1 ? forJest : forJest.slice(0, firstFlag);
const flags = firstFlag === -1 ? [] : forJest.slice(firstFlag);
const everything = named.length === 0;
const chosen = everything ? (args.includes('all') ? projects : usual) : named;

mkdirSync(path.dirname(results), { recursive: true });
rmSync(results, { force: true });
try {
  await buildStale({
    wanted: ['server', 'web'].filter((part) => chosen.some((project) => needs[project].includes(part))),
    say: (line) => console.log(line),
  });
} catch (error) {
  console.error(error.message);
  console.log(summary());
  process.exit(1);
}

// The gates run beside the tests, in what the tests leave of the processors.
const gates = everything ? start(['scripts/check.mjs'], 'pipe') : null;
if (gates) os.setPriority(gates.child.pid, os.constants.priority.PRIORITY_LOW);
heading(`Tests: ${chosen.join(', ')}`);
const jest = [
  'node_modules/jest/bin/jest.js',
  '--json',
  `--outputFile=${results}`,
  '--selectProjects',
  ...chosen,
];
// With --json, Jest writes its report for people to standard error; it belongs to the rest of what is printed here.
const tests = await start(
  [...jest, '--testPathPatterns', ...(patterns.length > 0 ? patterns : ['.']), ...flags],
  'ignore',
).ended;
if (gates) heading('Checks');
const checks = gates ? await gates.ended : { code: 0, output: '' };
process.stdout.write(checks.output);

process.exitCode = checks.code === 0 && tests.code === 0 ? 0 : 1;
if (checks.code !== 0) console.log('\nThe checks above failed as well.');
console.log(summary());

function heading(text) {
  console.log(`\n== ${text}`);
}

function start(command, output) {
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', output, process.stdout] });
  let printed = '';
  child.stdout?.on('data', (chunk) => (printed += chunk));
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: printed }));
  });
  return { child, ended };
}

/** A test file that can't be loaded fails as a whole, without a failed test in it; without results nothing has passed. */
function summary() {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = existsSync(results)
    ? JSON.parse(readFileSync(results, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0, numFailedTestSuites: 1 };
  return `tests: ${numPassedTests} passed, ${numFailedTests || numFailedTestSuites} failed`;
}
