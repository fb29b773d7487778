import { once } from 'node:events';
import { connect } from 'node:net';
import { startApi, type TestApi } from '../support/api';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let api: TestApi;
let port: number;

beforeAll(async () => {
  database = await freshDatabase('empty');
  api = await startApi(database.url);
  await api.app.listen(0, '127.0.0.1');
  port = Number(new URL(await api.app.getUrl()).port);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** Sends bytes as they are and reads the answer until the connection ends. */
async function exchange(
  text: string,
  then: 'ends' | 'waits' = 'ends',
): Promise<{ status: number; type: string; body: unknown }> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  if (then === 'ends') socket.end(text);
  else socket.write(text);
  await once(socket, 'close');
  const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n');
  return {
    status: Number(head.split(' ')[1]),
    type: /content-type: ([^;\r]+)/i.exec(head)?.[1] ?? '',
    body: body === '' ? null : JSON.parse(body),
  };
}

const request = (line: string, headers: string[] = [], body = ''): string =>
  [`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n');
const change = (type: string, body: string): string =>
  request(
    'POST /api/v1/session',
    ['X-Requested-With: digital-agenda', `Content-Type: ${type}`, `Content-Length: ${body.length}`],
    body,
  );

describe('a request that can not be read', () => {
  it.each<[string, string, number, object]>([
    [
      'broken percent-encoding',
      request('GET /api/v1/projects/%zz'),
      400,
      { code: 'malformed', errors: [{ pointer: '#path', code: 'address-unreadable' }] },
    ],
    [
      'percent-encoding that is no UTF-8',
      request('GET /api/v1/projects/%C0%AF'),
      400,
      { code: 'malformed', errors: [{ pointer: '#path', code: 'address-unreadable' }] },
    ],
    [
      'a part that is too long',
      request(`GET /api/v1/projects/${'x'.repeat(300)}`),
      414,
      { code: 'too-large' },
    ],
    [
      'headers that are too large',
      request('GET /', [`X-Large: ${'x'.repeat(40_000)}`]),
      431,
      { code: 'too-large' },
    ],
    [
      'an address that is too long',
      request(`GET /api/v1/projects?q=${'x'.repeat(8_000)}`),
      414,
      {
        code: 'too-large',
        errors: [{ pointer: '#path', code: 'address-too-long', params: { limit: 8_000 } }],
      },
    ],
    [
      'a parameter that comes too often',
      request(`GET /api/v1/projects?${'phase=idea&'.repeat(101)}`),
      400,
      { code: 'malformed', errors: [{ pointer: '/phase', code: 'too-many-values', params: { limit: 100 } }] },
    ],
    [
      'too many parameters',
      request(`GET /api/v1/projects?${Array.from({ length: 101 }, (_, index) => `p${index}=1`).join('&')}`),
      400,
      { code: 'malformed', errors: [{ pointer: '#path', code: 'too-many-parameters' }] },
    ],
    [
      'a body with too many entries',
      change('application/json', JSON.stringify({ login: Array(1_001).fill('x') })),
      400,
      {
        code: 'malformed',
        errors: [{ pointer: '/login', code: 'too-many-items', params: { limit: 1_000 } }],
      },
    ],
    [
      'a body that is nested too deep',
      change('application/json', `${'['.repeat(30)}${']'.repeat(30)}`),
      400,
      { code: 'malformed', errors: [{ code: 'too-deep' }] },
    ],
    ['no HTTP at all', 'HELLO\r\n\r\n', 400, { code: 'malformed' }],
    ['a method that is not there', request('PROPFIND /api/v1/projects'), 404, { code: 'not-found' }],
    ['an address that is not there', request('GET /api/v1/nothing'), 404, { code: 'not-found' }],
    [
      'a body that is no JSON',
      change('application/json', '{"login":'),
      400,
      { code: 'malformed', errors: [{ pointer: '', code: 'body-unreadable' }] },
    ],
    [
      'a body that reaches for prototypes',
      change('application/json', '{"__proto__":{"isAdmin":true}}'),
      400,
      { code: 'malformed', errors: [{ pointer: '', code: 'body-unreadable' }] },
    ],
    ['a body of another kind', change('text/xml', '<login/>'), 415, { code: 'media-type-unsupported' }],
    [
      'a body that is too large',
      change('application/json', JSON.stringify({ login: 'x'.repeat(1_100_000) })),
      413,
      { code: 'too-large' },
    ],
  ])('is refused with a problem document: %s', async (_, text, status, problem) => {
    const answer = await exchange(text);
    expect(answer).toMatchObject({ status, type: 'application/problem+json', body: { status, ...problem } });
    expect((answer.body as { correlationId: unknown }).correlationId).toEqual(expect.any(String));
  });

  it.each<[string, string]>([
    ['its head', 'GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\n'],
    ['its body', change('application/json', '{"login":"x"}').slice(0, -5)],
    ['anything at all', ''],
  ])('holds no connection when it comes too slowly: %s is never all there', async (_, text) => {
    const server = api.app.getHttpServer();
    const { headersTimeout, requestTimeout } = server;
    expect({ headersTimeout, requestTimeout }).toEqual({ headersTimeout: 10_000, requestTimeout: 30_000 });
    Object.assign(server, { headersTimeout: 200, requestTimeout: 200 });
    try {
      const answer = await exchange(text, 'waits');
      expect(answer).toMatchObject({ status: 408, body: { status: 408, code: 'too-slow' } });
    } finally {
      Object.assign(server, { headersTimeout, requestTimeout });
    }
  });

  it('does not keep the next one from being answered', async () => {
    expect(await exchange(request('GET /health/live'))).toMatchObject({ status: 200 });
  });
});
