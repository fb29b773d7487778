import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chrome or Chromium: the one of CHROME_PATH, else an installed one, else Debian's, which is installed
 * where this process may do so.
 * @throws Error that says in one sentence how to get one
 */
export function findChromium({ environment = process.env, install = installFromDebian } = {}) {
  if (environment.CHROME_PATH) {
    if (isExecutable(environment.CHROME_PATH)) return environment.CHROME_PATH;
    throw new Error(`CHROME_PATH is ${environment.CHROME_PATH}, and there is no program of that name.`);
  }
  const found = installed(environment) ?? (install() ? installed(environment) : undefined);
  if (found) return found;
  throw new Error(
    'The browser tests need Chrome or Chromium: install it (Debian: apt-get install chromium) or name it in CHROME_PATH.',
  );
}

function installed({ PATH = '' }) {
  const candidates = PATH.split(path.delimiter).flatMap((folder) =>
    names.map((name) => path.join(folder, name)),
  );
  return [...candidates, ...applications].find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Takes a minute or two. Returns false where it can't be done: not Debian, or not root. */
function installFromDebian() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  process.stderr.write(
    'No Chrome or Chromium found: installing the package chromium of this distribution.\n',
  );
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update', '-qq');
  return apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation');
}
