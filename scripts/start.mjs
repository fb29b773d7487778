import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './build-stale.mjs';

/**
 * Starts the application: builds what is missing or older than its sources, looks whether the port is free, then hands
 * over to the server in this same process, so that signals reach it directly. `--no-build` takes what is built as it is.
 */
const root = path.resolve(import.meta.dirname, '..');
const say = (line) => console.log(line);

try {
  refuseOldNode();
  await build();
  const { loadConfig } = await built('config/index.js');
  await refuseTakenPort(loadConfig());
  say('Starting …');
  const { start } = await built('main.js');
  await start();
} catch (error) {
  // A StartError is one clear sentence for whoever starts the server; anything else is a fault of the server.
  console.error(error.name === 'StartError' || error.forTheStarter ? error.message : error);
  process.exit(1);
}

function built(file) {
  return import(pathToFileURL(path.join(root, 'dist/server', file)).href);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw refusal(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
  }
}

async function build() {
  if (process.argv.includes('--no-build')) return;
  const has = (file) => existsSync(path.join(root, file));
  // A container has no sources, an installation with --omit=dev no tools: both bring what was built elsewhere.
  if (has('backend/src') && has('node_modules/@nestjs/cli') && has('node_modules/vite')) {
    await buildStale({ say }).catch((error) => {
      throw refusal(error.message);
    });
  } else if (!has('dist/server/main.js') || !has('dist/web/index.html')) {
    throw refusal(
      'Nothing is built, and the tools to build it are not installed: run npm ci without --omit=dev.',
    );
  }
}

/** Looks before PostgreSQL is started, so that a second start on the same port leaves nothing behind. */
function refuseTakenPort({ host, port }) {
  const reasons = {
    EADDRINUSE: `Port ${port} is taken by another program: stop that one, or set PORT to a free port.`,
    EACCES: `Port ${port} is reserved for root: set PORT to one above 1023.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine: set HOST to one of its own.`,
    ENOTFOUND: `${host} is not an address of this machine: set HOST to one of its own.`,
  };
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const sentence = reasons[error.code];
      reject(sentence ? refusal(sentence) : error);
    });
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}

function refusal(sentence) {
  return Object.assign(new Error(sentence), { forTheStarter: true });
}
