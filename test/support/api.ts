import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { SampleAccounts } from '../../backend/src/accounts/index';
import { createApp } from '../../backend/src/app.setup';
import { loadConfig } from '../../backend/src/config/index';
import { Clock, REQUEST_TIMEOUTS } from '../../backend/src/platform/index';

/** What the server answered. */
export interface ApiAnswer<Body = unknown> {
  status: number;
  /** Parsed when it is JSON, else the text; undefined without a body. */
  body: Body;
  headers: LightMyRequestResponse['headers'];
  etag: string | undefined;
  /** Number of SQL statements that the answer took. */
  statements: number;
}

/** A person, or nobody, who uses the API as the browser does. */
export interface ApiClient {
  /** The cookies, as the browser sends them; empty when nobody is signed in. */
  readonly cookie: string;
  get<Body = unknown>(url: string, headers?: Record<string, string>): Promise<ApiAnswer<Body>>;
  /** Sends a change; `if-match` and the like are headers. */
  send<Body = unknown>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<ApiAnswer<Body>>;
}

/** The whole server on one database, asked without a network. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly anonymous: ApiClient;
  /** Signs in as the sample account of a role; a session of its own each time. */
  as(role: string): Promise<ApiClient>;
  /** One raw request. */
  inject(request: InjectOptions): Promise<ApiAnswer>;
  /** Sets the clock of the server; the database keeps its own. */
  setClock(instant: string): void;
  stop(): Promise<void>;
}

/** Boots the whole server on a migrated database, with one sample account per role. */
export async function startApi(
  databaseUrl: string,
  settings: Record<string, string> = {},
  timeouts = REQUEST_TIMEOUTS,
): Promise<TestApi> {
  const config = loadConfig({ NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: databaseUrl, ...settings });
  const app = await createApp(config, databaseUrl, timeouts);
  await app.get(SampleAccounts).settle();
  const inject = async (request: InjectOptions): Promise<ApiAnswer> => answerOf(await app.inject(request));
  return {
    app,
    inject,
    anonymous: clientOf(inject),
    as: async (role) => {
      const client = clientOf(inject);
      const answer = await client.send('POST', '/api/v1/session/sample', { login: role });
      if (answer.status >= 300) throw new Error(`Signing in as ${role} was answered by ${answer.status}.`);
      return client;
    },
    setClock: (instant) => {
      jest.spyOn(app.get(Clock), 'now').mockImplementation(() => new Date(instant));
    },
    stop: () => app.close(),
  };
}

function clientOf(inject: TestApi['inject']): ApiClient {
  const jar = new Map<string, string>();
  const cookies = (): string => [...jar].map((pair) => pair.join('=')).join('; ');
  const ask = async <Body>(request: InjectOptions): Promise<ApiAnswer<Body>> => {
    const headers = { ...(jar.size > 0 && { cookie: cookies() }), ...request.headers };
    const answer = await inject({ ...request, headers });
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    // What a test says about the body is what it goes on to examine.
    return answer as ApiAnswer<Body>;
  };
  return {
    get cookie() {
      return cookies();
    },
    get: (url, headers = {}) => ask({ method: 'GET', url, headers }),
    send: (method, url, body, headers = {}) => {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
      return ask({
        method,
        url,
        ...(body && { payload: JSON.stringify(body) }),
        headers: { ...(body && { 'content-type': type }), 'x-requested-with': 'digital-agenda', ...headers },
      });
    },
  };
}

function answerOf(response: LightMyRequestResponse): ApiAnswer {
  const { headers, statusCode: status, payload } = response;
  const isJson = /json/.test(String(headers['content-type']));
  return {
    status,
    headers,
    body: payload === '' ? undefined : isJson ? (JSON.parse(payload) as unknown) : payload,
    etag: headers.etag?.toString(),
    statements: Number(headers['x-sql-statements'] ?? Number.NaN),
  };
}
