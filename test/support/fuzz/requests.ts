import type { InjectOptions } from 'fastify';
import {
  CONTENT_TYPES,
  HOSTILE_BODIES,
  HOSTILE_TEXTS,
  HOSTILE_VALUES,
  IF_MATCH,
  TOO_LARGE_BODY,
} from './hostile-values';
import { type Operation, resolved, type Schema } from '../openapi';
import type { Random } from './random';

/** What is really there. */
export interface Known {
  /** By the name of the parameter that asks for it, or by the segment before it too: `papers/id`. */
  values: Record<string, readonly string[]>;
  /** A version that fits a change of what is at the address. */
  version(path: string): Promise<number>;
}

/** Makes one request to the operation: mostly as the contract wants it, with one or a few things wrong. */
export async function requestTo(operation: Operation, random: Random, known: Known): Promise<InjectOptions> {
  const headers: Record<string, string> = { 'x-requested-with': 'digital-agenda' };
  const ifMatch = random.percent(70) ? `"${await known.version(operation.path)}"` : ifMatchOf(random);
  if (operation.method !== 'GET' && ifMatch !== undefined) headers['if-match'] = ifMatch;
  if (operation.headers.includes('Idempotency-Key') && random.percent(30)) {
    headers['idempotency-key'] = random.percent(80) ? `key-${random.below(1_000)}` : random.pick(KEYS);
  }
  const payload = operation.method === 'GET' ? undefined : payloadOf(operation, random);
  if (payload !== undefined) {
    headers['content-type'] = random.percent(90) ? 'application/json' : random.pick(CONTENT_TYPES);
  }
  return {
    method: (random.percent(3) ? random.pick(['HEAD', 'OPTIONS', 'POST', 'PUT']) : operation.method) as 'GET',
    url: `${pathOf(operation, random, known)}${queryOf(operation, random, known)}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  };
}

const KEYS = ['', ' ', 'x'.repeat(256), 'a b', '"quoted"', '\u00e4', "'; drop table idempotency_key; --"];

function ifMatchOf(random: Random): string | undefined {
  return random.percent(20) ? undefined : random.pick(IF_MATCH);
}

function pathOf({ path }: Operation, random: Random, known: Known): string {
  return path.replaceAll(/([\w-]+)\/\{(\w+)\}/g, (_, segment: string, name: string) => {
    const values = known.values[`${segment}/${name}`] ?? known.values[name] ?? [];
    const value = (): string => {
      if (values.length > 0 && random.percent(80)) return encodeURIComponent(random.pick(values));
      if (random.percent(10)) return random.pick(['%', '%zz', '%00', '%2F', '%2e%2e', '%ff', '%C0%AF']);
      return encodeURIComponent(random.pick(HOSTILE_TEXTS).toWellFormed().slice(0, 300));
    };
    return `${segment}/${value()}`;
  });
}

function queryOf({ parameters }: Operation, random: Random, known: Known): string {
  const pairs: string[] = [];
  for (const { name, in: place, schema } of parameters) {
    if (place !== 'query' || random.percent(75)) continue;
    const times = random.percent(20) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const values = known.values[name] ?? [];
      const isGood = random.percent(50);
      const value =
        isGood && values.length > 0
          ? random.pick(values)
          : isGood
            ? sampleOf(schema, random)
            : random.pick(HOSTILE_TEXTS);
      pairs.push(`${name}=${encodeURIComponent(String(value).toWellFormed().slice(0, 10_000))}`);
    }
  }
  if (random.percent(5))
    pairs.push(random.pick(['__proto__=1', 'x[y]=1', '%=1', 'a=%zz', '=', '&&', 'unknown=1']));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function payloadOf({ body }: Operation, random: Random): string | undefined {
  if (random.percent(8)) return random.pick(HOSTILE_BODIES);
  if (random.percent(1)) return TOO_LARGE_BODY;
  if (body === undefined) return random.percent(20) ? JSON.stringify(random.pick(HOSTILE_VALUES)) : undefined;
  if (random.percent(5)) return JSON.stringify(random.pick(HOSTILE_VALUES));
  return JSON.stringify(spoilt(sampleOf(body, random), random));
}

/** Replaces one or several values inside by hostile ones; some samples stay good. */
function spoilt(value: unknown, random: Random): unknown {
  if (random.percent(12)) return value;
  if (Array.isArray(value))
    return value.map((item: unknown) => (random.percent(50) ? spoilt(item, random) : item));
  if (typeof value !== 'object' || value === null) return random.pick(HOSTILE_VALUES);
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
    key,
    random.percent(35) ? spoilt(item, random) : item,
  ]);
  if (random.percent(5)) entries.push([random.pick(['unknown', '', '__proto__x', 'a/b~c']), 1]);
  return Object.fromEntries(random.percent(10) ? entries.slice(1) : entries);
}

/** A value that the schema allows. */
function sampleOf(schema: Schema, random: Random): unknown {
  const { type, enum: allowed, items, properties, required = [], ...limits } = resolved(schema);
  if (allowed !== undefined) return random.pick(allowed);
  const [first] = [type ?? 'string'].flat();
  switch (first) {
    case 'object':
      return Object.fromEntries(
        Object.entries(properties ?? {})
          .filter(([name]) => required.includes(name) || random.percent(50))
          .map(([name, property]) => [name, sampleOf(property, random)]),
      );
    case 'array':
      return Array.from({ length: 1 + random.below(3) }, () => sampleOf(items ?? {}, random));
    case 'number':
    case 'integer':
      return Math.min(limits.maximum ?? 5_000, (limits.minimum ?? 0) + random.below(40));
    case 'boolean':
      return random.percent(50);
    default:
      return random.pick(['Ein Satz.', '2026-01-31', 'innovation', 'it', 'https://example.org/a', '1']);
  }
}
