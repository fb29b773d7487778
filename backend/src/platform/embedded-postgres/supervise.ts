import { StartError } from '../../config/index.js';
import { type Guardian } from './guardian.js';
import { launch, type Place } from './launch.js';

const stopPatienceMs = 20_000;
const restartsWithin = { count: 5, ms: 60_000 };

/**
 * Keeps PostgreSQL running until it is stopped: when it ends by itself (`kill -9`, out of memory) it is started
 * again, at most five times a minute.
 * @param onLost told once when it cannot be brought back
 * @throws StartError when the first start fails
 */
export async function supervise(place: Place, onLost: (error: Error) => void) {
  let current: Guardian | null = await launch(place);
  let restarting: Promise<void> = Promise.resolve();
  let stopping = false;
  const losses: number[] = [];

  async function restart(lost: Guardian): Promise<void> {
    current = null;
    losses.push(Date.now());
    place.log(`PostgreSQL has ended by itself (see ${place.logFile}) and is started again`);
    try {
      if (losses.filter((at) => at > Date.now() - restartsWithin.ms).length > restartsWithin.count) {
        throw new StartError(`PostgreSQL ends again and again; see ${place.logFile}.`);
      }
      // When only the guardian was killed, this makes PostgreSQL itself stop.
      await lost.stop(stopPatienceMs);
      current = await launch(place);
      watch(current);
    } catch (error) {
      onLost(error instanceof Error ? error : new Error(String(error)));
    }
  }

  function watch(guardian: Guardian): void {
    void guardian.ended.then(() => {
      if (!stopping) restarting = restart(guardian);
    });
  }

  watch(current);
  return {
    pid: () => current?.pid ?? null,
    stop: async (): Promise<void> => {
      stopping = true;
      await restarting;
      await current?.stop(stopPatienceMs);
    },
  };
}
