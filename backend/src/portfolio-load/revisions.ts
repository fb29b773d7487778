import type { PoolClient } from 'pg';
import { beginSealsAnew, daysBetween } from '../platform/index.js';
import type { SampleEvent } from '../sample/index.js';
import { copy } from './copy-writer.js';
import { copyLine } from '../platform/index.js';

/** What is recorded of one revision. */
export interface RevisionRecord {
  /** Instant, ISO UTC. */
  at: string;
  command: string;
  actorId: string | null;
  reason: string | null;
}

/** Hands out the revisions of a load: they grow with the instants of the events. */
export interface Revisions {
  /** Instant before which nothing happens. */
  readonly first: string;
  /** Place of the event's revision, from 0; remembers what is to be recorded of it. */
  placeOf: (event: SampleEvent) => number;
  /** The records of all places that were asked for. */
  records: () => { place: number; record: RevisionRecord }[];
}

/** One revision per calendar day, for portfolios whose events all fall on noon. */
export function revisionPerDay(firstDay: string, command: string): Revisions {
  const instants = new Map<number, string>();
  return {
    first: `${firstDay}T00:00:00Z`,
    placeOf: ({ at }) => {
      const place = daysBetween(firstDay, at.slice(0, 10));
      if (place < 0) throw new RangeError(`${at} lies before the first day, ${firstDay}`);
      instants.set(place, at);
      return place;
    },
    records: () =>
      [...instants]
        .sort(([a], [b]) => a - b)
        .map(([place, at]) => ({ place, record: { at, command, actorId: null, reason: null } })),
  };
}

/** One revision per event, with who did it and why; for portfolios that fit into memory. */
export function revisionPerEvent(events: readonly SampleEvent[]): Revisions {
  const ordered = [...events].sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
  const places = new Map(ordered.map((event, place) => [event, place]));
  return {
    first: ordered[0]?.at ?? '',
    placeOf: (event) => places.get(event) ?? -1,
    records: () =>
      ordered.map(({ at, command, actorId, reason }, place) => ({
        place,
        record: { at, command, actorId, reason },
      })),
  };
}

/**
 * Writes the change records of the used revisions. Instants grow with revisions, by a microsecond where two are the
 * same, and none lies in the future.
 */
export async function writeRevisions(
  client: PoolClient,
  { base, revisions, source }: { base: number; revisions: Revisions; source: string },
): Promise<void> {
  const now = Date.now();
  let last = -Infinity;
  const lines = revisions.records().map(({ place, record: { at, command, actorId, reason } }) => {
    last = Math.max(Math.min(Date.parse(at), now) * 1000, last + 1);
    return copyLine([base + 1 + place, instantOf(last), actorId, command, reason, source]);
  });
  await copy(client, 'copy public.change (rev, at, actor_id, command, reason, source) from stdin', lines);
  await client.query(`select setval('history.revision', (select max(rev) from change))`);
}

/**
 * Puts what was recorded so far (the catalogues of a new database) before the first instant of the load, since the
 * order of revisions is the order of their instants. Records that change can't stay sealed.
 */
export async function moveBefore(client: PoolClient, at: string, base: number): Promise<void> {
  const { rowCount } = await client.query(
    `update change set at = $1::timestamptz - ($2::bigint - rev + 1) * interval '1 second'
      where exists (select from change where at >= $1::timestamptz)`,
    [at, base],
  );
  if (rowCount !== 0) await beginSealsAnew(client);
}

function instantOf(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = String(microseconds % 1000).padStart(3, '0');
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}
