import { stopTestServer } from './test-server.mjs';

/** Ends a run of tests that had a database. */
export default async function endTests() {
  await stopTestServer();
}
