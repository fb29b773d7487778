import type { ApiClient } from '../api';
import { OPERATIONS, resolved } from '../openapi';

/** What an answer says to whoever asks: everything but what every answer has of its own. */
export interface Said {
  url: string;
  status: number;
  text: string;
}

/** With what the parameters of the contract are tried, by name; enums are tried with each of their values. */
export type Values = Record<string, readonly string[]>;

const NOT_COMPARED = new Set([
  'date',
  'x-correlation-id',
  'x-request-id',
  'x-sql-statements',
  'content-length',
]);

/** Addresses that ask every reading operation of the contract about everything it can be asked about, one at a time. */
export function questionsOf(values: Values): string[] {
  return OPERATIONS.filter(({ method }) => method === 'GET').flatMap(({ path, parameters }) => {
    const places = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    const addresses = places.reduce(
      (urls, name) =>
        urls.flatMap((url) =>
          (values[name] ?? ['x']).map((value) => url.replace(`{${name}}`, encodeURIComponent(value))),
        ),
      [path],
    );
    const asked = parameters
      .filter((parameter) => parameter.in === 'query')
      .flatMap(({ name, schema }) => {
        const inner = resolved(schema);
        const allowed = inner.enum ?? (inner.items === undefined ? [] : (resolved(inner.items).enum ?? []));
        const tried = [...(values[name] ?? []), ...allowed.map(String)];
        return tried.map((value) => `${name}=${encodeURIComponent(value)}`);
      });
    return addresses.flatMap((url) => [url, ...asked.map((query) => `${url}?${query}`)]);
  });
}

/** Asks, and keeps status, headers and body as one text. */
export async function ask(person: ApiClient, url: string): Promise<Said> {
  const { status, headers, body } = await person.get(url);
  const told = Object.entries(headers).filter(([name]) => !NOT_COMPARED.has(name));
  const said = typeof body === 'string' ? body : JSON.stringify(withoutCorrelation(body));
  return { url, status, text: `${JSON.stringify(told.sort())}\n${said}` };
}

function withoutCorrelation(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body ?? null;
  const { correlationId: _correlationId, ...rest } = body as Record<string, unknown>;
  return rest;
}
