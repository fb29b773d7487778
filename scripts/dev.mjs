import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';

/**
 * Development: the compiler watches the server's sources and the server restarts after each good compilation; Vite
 * serves the interface with hot reload on port 5173 (`DEV_PORT`) and passes on to the server (`PORT`) what is the
 * server's. Ctrl-C stops all of it.
 */
const root = path.resolve(import.meta.dirname, '..');
const port = Number(process.env.PORT || 3000);
const devPort = Number(process.env.DEV_PORT || 5173);
const serverAddress = `http://127.0.0.1:${port}`;

let server = null;
let restarting = Promise.resolve();
let stopping = false;

// What the compiler leaves behind was not made by `npm start`, which has to build anew.
rmSync(path.join(root, 'dist/server.built'), { force: true });
const compiler = spawn(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--watch'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
compiler.stdout.setEncoding('utf8');
compiler.stdout.on('data', (text) => {
  // The compiler clears the screen, which would take the server's messages away.
  process.stdout.write(text.replaceAll('\u001b[2J\u001b[3J\u001b[H', ''));
  if (text.includes('Found 0 errors')) restarting = restarting.then(restart);
});
compiler.on('exit', (code) => stopping || stop(code ?? 1));

const vite = await createServer({
  root: path.join(root, 'frontend'),
  server: {
    port: devPort,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/health', '/metrics'].map((at) => [at, { target: serverAddress, changeOrigin: false }]),
    ),
  },
});
await vite.listen().catch(async (error) => {
  console.error(`The development server cannot listen: ${error.message}; set DEV_PORT to a free port.`);
  await stop(1);
});
console.log(`Interface with hot reload: http://localhost:${devPort}`);

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

async function restart() {
  await stopServer();
  if (stopping || !existsSync(path.join(root, 'dist/server/main.js'))) return;
  server = spawn(process.execPath, ['--enable-source-maps', 'scripts/start.mjs', '--no-build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function stopServer() {
  return end(server, 'SIGTERM');
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all([restarting.then(stopServer), end(compiler, 'SIGTERM'), vite?.close()]);
  process.exit(code);
}

function end(child, signal) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
