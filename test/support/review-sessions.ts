import type { ApiAnswer, ApiClient } from './api';
import type { TestDatabase } from './database';
import { type Commanded, ifMatch } from './projects';

/** What tests look at in an item; the rest is there as well. */
export interface ReadItem extends Record<string, unknown> {
  id: string;
  version: number;
  state: string;
  project: { id: string } | null;
  reasons: { code: string; params: Record<string, unknown> }[];
  decision: { id: string; outcome: string; conditions: { id: string; text: string }[] } | null;
  openConditions: { text: string; delayDays: number }[];
}

/** A session that a test made, and how to change it: always on the version that was read last. */
export interface TestSession {
  readonly id: string;
  readonly url: string;
  read(): Promise<Record<string, unknown> & { version: number; state: string; number: number }>;
  items(): Promise<ReadItem[]>;
  /** Sends a change on the present version of the session; `path` goes on after its address. */
  send<Body = Commanded>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<ApiAnswer<Body>>;
  /** Puts a project or a topic onto the agenda; answers with the id of the item. */
  take(item: object): Promise<string>;
  /** Decides about an item on its present version. */
  decide<Body = Commanded>(itemId: string, decision: object): Promise<ApiAnswer<Body>>;
}

/** Plans a session by the person. */
export async function aSession(person: ApiClient, content: object = {}): Promise<TestSession> {
  const made = await person.send<Commanded>('POST', '/api/v1/review-sessions', {
    startsAt: '2030-05-10T12:00:00Z',
    ...content,
  });
  if (made.status !== 201)
    throw new Error(`Planning was answered by ${made.status}: ${JSON.stringify(made.body)}`);
  const { id } = made.body;
  const url = `/api/v1/review-sessions/${id}`;
  const read: TestSession['read'] = async () =>
    (await person.get<Awaited<ReturnType<TestSession['read']>>>(url)).body;
  const items = async (): Promise<ReadItem[]> =>
    (await person.get<{ items: ReadItem[] }>(`${url}/items`)).body.items;
  return {
    id,
    url,
    read,
    items,
    send: async (method, path, body) =>
      person.send(method, `${url}${path}`, body, ifMatch((await read()).version)),
    take: async (item) => (await person.send<Commanded>('POST', `${url}/items`, item)).body.id,
    decide: async (itemId, decision) => {
      const version = (await items()).find((item) => item.id === itemId)?.version ?? 0;
      return person.send('PUT', `${url}/items/${itemId}/decision`, decision, ifMatch(version));
    },
  };
}

/** Opens a session past the API; answers with the ids of its six items. */
export async function aRunningSession(database: TestDatabase, number: number): Promise<string[]> {
  const [session] = await database.query<{ id: string }>(
    `insert into review_session (id, number, starts_at, state, opened_at) values (gen_random_uuid(), $1, now(), 'running', now())
     returning id`,
    [number],
  );
  await database.query(
    `insert into review_item (id, session_id, position, project_id, origin)
     select gen_random_uuid(), $1, row_number() over (order by p.number), p.id, 'added'
       from (select id, number from project order by number limit 6) p`,
    [session?.id],
  );
  const rows = await database.query<{ id: string }>(
    'select id from review_item where session_id = $1 order by position',
    [session?.id],
  );
  return rows.map(({ id }) => id);
}
