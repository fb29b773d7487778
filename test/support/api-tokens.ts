import type { InjectOptions } from 'fastify';
import { type ApiAnswer, type ApiClient, startApi, type TestApi } from './api';
import { freshDatabase, type TestDatabase } from './database';

/** A token as it is listed. */
export interface Token {
  id: string;
  name: string;
  hint: string;
  roles: string[];
  permissions: string[];
  state: string;
  createdBy: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** A token that was just made. */
export interface CreatedToken {
  id: string;
  secret: string;
}

/** What tests of API tokens have at hand: the server, an administrator, and programs that come with a token. */
export interface TokenTest {
  database: TestDatabase;
  api: TestApi;
  admin: ApiClient;
  /** A token for the portfolio office that may read, create and edit projects, unless said otherwise. */
  wanted(changes?: object): object;
  create(changes?: object): Promise<CreatedToken>;
  one(id: string): Promise<Token>;
  /** Asks as a program does: a token, no cookie, no header of the interface. */
  by(secret: string, request: InjectOptions, headers?: Record<string, string>): Promise<ApiAnswer>;
}

/** The day so many days from now, in Berlin. */
export function inDays(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(
    Date.now() + days * 86_400_000,
  );
}

/** Boots the server for one file of token tests; call it inside `describe`. */
export function useTokens(): TokenTest {
  const test = {} as TokenTest;
  beforeAll(async () => {
    test.database = await freshDatabase('strategy');
    test.api = await startApi(test.database.url);
    test.admin = await test.api.as('admin');
  });
  afterAll(async () => {
    await test.api.stop();
    await test.database.drop();
  });
  test.wanted = (changes = {}) => ({
    name: 'Kassenabgleich',
    roles: ['portfolio-office'],
    permissions: ['portfolio.read', 'project.create', 'project.edit'],
    expiresOn: inDays(30),
    ...changes,
  });
  test.create = async (changes = {}) => {
    const answer = await test.admin.send<CreatedToken>('POST', '/api/v1/api-tokens', test.wanted(changes));
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  test.one = async (id) => {
    const { body } = await test.admin.get<{ items: Token[] }>('/api/v1/api-tokens?pageSize=200');
    const found = body.items.find((token) => token.id === id);
    if (found === undefined) throw new Error('no such token');
    return found;
  };
  test.by = (secret, request, headers = {}) =>
    test.api.inject({
      method: 'GET',
      ...request,
      headers: { authorization: `Bearer ${secret}`, ...headers },
    });
  return test;
}
