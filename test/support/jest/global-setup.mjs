import { startTestServer } from './test-server.mjs';

/** Prepares a run of the api tests. */
export default async function prepareApiTests() {
  await startTestServer();
}
