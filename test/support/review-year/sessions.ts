import type { Random } from '../fuzz/random';
import { ifMatch } from '../projects';
import { aSession, type TestSession } from '../review-sessions';
import { allowed, type Cast } from './portfolio';

/** A session that was held, and the dossier that was kept when it began. */
export interface HeldSession {
  session: TestSession;
  dossier: { id: string; speaksOf: string; sha256: string };
}

/** What came out of the conditions of a year. */
export type ConditionCounts = Record<string, number>;

/** Prepares a session from its proposals, opens it, decides about every item and closes it. */
export async function holdSession(cast: Cast, startsAt: string): Promise<HeldSession> {
  const { random, secretary } = cast;
  const session = await aSession(secretary, { startsAt, title: 'Turnus', place: 'Rathaus, Saal 2' });
  if ((await session.read()).number === 1)
    await allowed(session.send('POST', '/participants', { role: 'chair', label: 'Vorsitz' }));
  const { items } = await allowed(
    secretary.get<{ items: { project: { id: string } }[] }>(`${session.url}/proposals?pageSize=200`),
  );
  for (const { project } of items.slice(0, 18)) {
    const aside = random.percent(10) && { state: 'dropped', note: 'Schriftlich erledigt' };
    await session.take({ projectId: project.id, ...aside });
  }
  await session.take({ title: 'Verschiedenes – Öffentlichkeitsarbeit' });
  await allowed(session.send('POST', '/opening'));
  const kept = await allowed(secretary.get<{ items: HeldSession['dossier'][] }>(`${session.url}/dossiers`));
  const [dossier] = kept.items;
  if (dossier === undefined) throw new Error('No dossier was kept when the session was opened.');
  await decideAll(cast, session, startsAt);
  await allowed(session.send('POST', '/closing'));
  return { session, dossier };
}

async function decideAll({ random, secretary }: Cast, session: TestSession, startsAt: string): Promise<void> {
  for (const item of await session.items()) {
    if (item.state !== 'taken') continue;
    const outcome = random.pick(
      item.project === null
        ? ['noted']
        : [
            'noted',
            'approved',
            'approved-with-conditions',
            'approved-with-conditions',
            'come-back',
            'stopped',
          ],
    );
    await allowed(
      secretary.send(
        'PUT',
        `${session.url}/items/${item.id}/decision`,
        {
          outcome,
          text: random.percent(50) ? 'Einstimmig. Über die Höhe der Folgekosten ist zu berichten.' : '',
          ...(outcome === 'come-back' && { comeBackOn: later(startsAt, 60 + random.below(60)) }),
          ...(outcome === 'approved-with-conditions' && { conditions: conditionsOf(random, startsAt) }),
        },
        ifMatch(item.version),
      ),
    );
  }
}

function conditionsOf(random: Random, startsAt: string): object[] {
  return Array.from({ length: 1 + random.below(2) }, (_, index) => ({
    text: `Auflage ${index + 1}: Kosten für den Betrieb nachweisen`,
    dueOn: later(startsAt, random.below(100)),
    ownerRole: random.pick(['project-lead', 'finance', 'portfolio-office', 'office-coordinator']),
  }));
}

/** Between two sessions: evidence comes for some of the open conditions, and is accepted or returned. */
export async function followConditions({ random, office, secretary }: Cast): Promise<void> {
  const { items } = await allowed(
    office.get<{ items: { id: string; state: string; version: number }[] }>(
      '/api/v1/conditions?pageSize=200',
    ),
  );
  for (const { id, state, version } of items) {
    if (state === 'met' || random.percent(50)) continue;
    const url = `/api/v1/conditions/${id}`;
    const shown = await allowed(
      office.send<{ version: number }>('PUT', `${url}/evidence`, { evidence: 'Gerechnet' }, ifMatch(version)),
    );
    if (random.percent(20)) continue;
    const answer = random.percent(60) ? { accepted: true } : { accepted: false, text: 'Belege fehlen' };
    await allowed(secretary.send('POST', `${url}/answer`, answer, ifMatch(shown.version)));
  }
}

/** In which states the conditions of all sessions are. */
export async function conditionCounts({ office }: Cast): Promise<ConditionCounts> {
  const { items } = await allowed(
    office.get<{ items: { state: string }[] }>('/api/v1/conditions?pageSize=200'),
  );
  const counts: ConditionCounts = {};
  for (const { state } of items) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function later(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10);
}
