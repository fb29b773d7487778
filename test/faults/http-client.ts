/** What the server answered to one attempt. */
export interface Answered<Body> {
  status: number;
  body: Body;
}

/** A person of the sample who uses a server over the network. */
export interface NetworkClient {
  get<Body>(path: string): Promise<Answered<Body>>;
  /** Sends a change once. @throws when no answer came */
  send<Body>(
    method: 'POST' | 'PATCH',
    path: string,
    change: { body: object; version?: number; key?: string },
  ): Promise<Answered<Body>>;
}

const PATIENCE_MS = 15_000;

/** Signs in; the session lives in the database, so it outlives the server. */
export async function signIn(origin: string, role: string): Promise<NetworkClient> {
  const marker = { 'x-requested-with': 'digital-agenda' };
  const ask = async <Body>(path: string, init: RequestInit, cookie: string): Promise<Answered<Body>> => {
    const answer = await fetch(`${origin}${path}`, {
      ...init,
      headers: { ...marker, ...(init.headers as object), cookie },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  };
  const entrance = await fetch(`${origin}/api/v1/session/sample`, {
    method: 'POST',
    headers: { ...marker, 'content-type': 'application/json' },
    body: JSON.stringify({ login: role }),
  });
  const cookie = entrance.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`Signing in as ${role} was answered by ${entrance.status}.`);
  return {
    get: (path) => ask(path, {}, cookie),
    send: (method, path, { body, version, key }) =>
      ask(
        path,
        {
          method,
          body: JSON.stringify(body),
          headers: {
            'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
            ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
            ...(key === undefined ? {} : { 'idempotency-key': key }),
          },
        },
        cookie,
      ),
  };
}
