import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const everywhere = ['package-lock.json', 'tsconfig.json'];

const parts = {
  server: {
    sources: ['backend/src', 'backend/tsconfig.build.json', 'nest-cli.json', ...everywhere],
    result: 'dist/server/main.js',
    command: ['@nestjs/cli/bin/nest.js', 'build'],
  },
  web: {
    sources: ['frontend', ...everywhere],
    result: 'dist/web/index.html',
    command: ['vite/bin/vite.js', 'build', 'frontend', '--logLevel', 'warn'],
  },
};

/**
 * Builds the parts (`server`, `web`) that are missing or whose sources changed since they were built. What was built is
 * remembered by its content, not by time: a fresh checkout or another branch is noticed, a touched file is not built
 * again.
 * @throws Error when a build fails; what it had to say has been shown
 */
export async function buildStale({ wanted = ['server', 'web'], say = () => undefined, anyhow = false } = {}) {
  for (const name of wanted) {
    const { sources, result, command } = parts[name];
    const stamp = path.join(root, `dist/${name}.built`);
    const content = fingerprint(sources);
    const built =
      existsSync(stamp) && existsSync(path.join(root, result)) && readFileSync(stamp, 'utf8') === content;
    if (built && !anyhow) continue;
    say(`Building the ${name} …`);
    // A build that fails half way must not pass for done.
    rmSync(stamp, { force: true });
    await run(command);
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, content);
  }
}

function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesOf).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(source) {
  if (/\.\w+$/.test(source)) return existsSync(path.join(root, source)) ? [source] : [];
  return readdirSync(path.join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

function run([script, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The build failed; see above.'))));
  });
}
