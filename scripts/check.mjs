import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Runs the gates of the repository, two at a time, and prints one line for each: `npm run check`, or some of them by
 * the beginning of their names, `npm run check -- types lint`.
 */
// The gates look at the current folder, which is the repository, or a test's tree with faults in it.
const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const script = (name) => [process.execPath, path.join(root, 'scripts', name)];

const gates = [
  // The longest first, so that the others run beside it.
  { name: 'lint', command: [bin('eslint'), '.', '--max-warnings', '50'] },
  { name: 'types of the backend', command: [bin('tsc'), '--noEmit', '-p', 'backend'] },
  { name: 'types of the frontend', command: [bin('vue-tsc'), '--noEmit', '-p', 'frontend'] },
  { name: 'types of the tests', command: [bin('tsc'), '--noEmit', '-p', 'test'] },
  { name: 'contract', command: script('check-contract.mjs') },
  { name: 'migrations', command: script('check-migrations.mjs') },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  {
    name: 'imports',
    command: [
      bin('depcruise'),
      '--config',
      path.join(root, '.dependency-cruiser.mjs'),
      'backend',
      'frontend',
      'test',
    ],
  },
  { name: 'translations', command: script('check-translations.mjs') },
  { name: 'configuration table', command: script('check-config-table.mjs') },
  { name: 'dependencies', command: script('check-dependencies.mjs') },
  { name: 'docker', command: script('check-docker.mjs') },
];

const wanted = process.argv.slice(2);
const chosen =
  wanted.length === 0 ? gates : gates.filter(({ name }) => wanted.some((start) => name.startsWith(start)));
if (chosen.length === 0) {
  console.error(`No such gate. There are: ${gates.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const failed = [];
const waiting = [...chosen];
await Promise.all([work(), work()]);
if (failed.length > 0) {
  console.error(`\n${failed.length} of ${chosen.length} checks failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}

async function work() {
  for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
    const started = performance.now();
    const { passed, output } = await run(gate.command);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${passed ? 'ok    ' : 'FAILED'}  ${gate.name} (${seconds} s)`);
    if (passed) continue;
    failed.push(gate.name);
    console.log(output.trimEnd().replaceAll(/^/gm, '        '));
  }
}

function run([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}
