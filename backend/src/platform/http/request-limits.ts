import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance, FastifyRequest } from 'fastify';
import { AppError, type Fault, MalformedRequest } from '../errors/app-error.js';

/** Characters of an address, query included. The longest that the interface makes has about 2,000. */
export const LONGEST_ADDRESS = 8_000;
/** Times that one parameter may come. */
export const MOST_VALUES = 100;
/** Different parameters of one address. */
const MOST_PARAMETERS = 100;

/** The address has more characters than anything that is asked for in earnest. */
export class AddressTooLong extends AppError {
  readonly status = 414;
  readonly code = 'too-large';
  constructor() {
    super('the address is too long', {
      errors: [{ pointer: '#path', code: 'address-too-long', params: { limit: LONGEST_ADDRESS } }],
    });
  }
}

/**
 * How large and how slow a request may be before anything reads it: a body of one mebibyte, head within ten seconds,
 * all of it within thirty; who sends slower holds no connection.
 */
export const TRANSPORT_LIMITS = {
  bodyLimit: 1_048_576,
  requestTimeout: 30_000,
  // Longer than the minute for which usual proxies keep a connection, so that it is the proxy who ends it.
  keepAliveTimeout: 72_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
} satisfies FastifyHttpOptions<Server>;

/** Refuses addresses that are too long or repeat a parameter too often, before anybody is looked up for them. */
export function limitAddresses(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(faultOfAddress(request));
  });
}

function faultOfAddress({ url, query }: FastifyRequest): AppError | undefined {
  if (url.length > LONGEST_ADDRESS) return new AddressTooLong();
  const parameters = Object.entries(query as Record<string, unknown>);
  const faults: Fault[] = parameters
    .filter(([, value]) => Array.isArray(value) && value.length > MOST_VALUES)
    .map(([name]) => ({ pointer: `/${name}`, code: 'too-many-values', params: { limit: MOST_VALUES } }));
  if (parameters.length > MOST_PARAMETERS) {
    faults.push({ pointer: '#path', code: 'too-many-parameters', params: { limit: MOST_PARAMETERS } });
  }
  return faults.length > 0 ? new MalformedRequest(faults) : undefined;
}
