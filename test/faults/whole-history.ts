import { Client } from 'pg';
import { sealAll, verifyHistory } from '../../backend/src/platform/index';

/** Seals all that was written and compares it with its seals and with the live rows: what does not fit, in sentences. */
export async function faultsOfHistory(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await sealAll(client);
    const { faults, versions } = await verifyHistory(client);
    return versions > 0 ? faults : ['nothing is sealed'];
  } finally {
    await client.end();
  }
}
