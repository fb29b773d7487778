import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../chromium.mjs';
import { startTestServer } from './test-server.mjs';

const page = path.resolve(import.meta.dirname, '../../../dist/web/index.html');

/** Prepares a run of the browser tests. */
export default async function prepareBrowserTests() {
  if (!existsSync(page))
    throw new Error('The application is not built, and its browser tests need it: npm run build');
  process.env.CHROME_PATH = findChromium();
  await startTestServer();
}
