import createClient, { type Middleware } from 'openapi-fetch';
import { keyedSending } from './idempotency-key';
import { offlineProblem, problemFrom } from './problem';
import type { paths } from './schema';

interface Surroundings {
  /** The moment the interface stands in; null is now. */
  asOf: () => string | null;
  /** Whose page this is; null when nobody is signed in. */
  personId: () => string | null;
  /** How often somebody has signed in on this page. */
  signIns: () => number;
  /** Asks for a new sign-in and tells whether the same person is back. */
  signInAgain: () => Promise<boolean>;
}

let surroundings: Surroundings = {
  asOf: () => null,
  personId: () => null,
  signIns: () => 0,
  signInAgain: () => Promise.resolve(false),
};

/** Paths that know no past: asking them with `asOf` is a 400. */
const withoutPast = [
  /\/session(\/|$)/,
  /\/(me|people|users|api-tokens|calendar|changes|ledger-imports|ledger-sources)(\/|$)/,
  /\/(drafts?|watch)$/,
  /\/live(\/|$)/,
  /\/portfolio\/compare$/,
  /^\/health\//,
];

/** Tells the client where it runs; called once at start. The stores depend on the client, not the other way round. */
export function connectClient(given: Partial<Surroundings>): void {
  surroundings = { ...surroundings, ...given };
}

const contract: Middleware = {
  onRequest({ request }) {
    request.headers.set('X-Requested-With', 'digital-agenda');
    const personId = surroundings.personId();
    // With somebody else's session nothing of this page is answered or done.
    if (personId !== null && !isAboutSession(request)) request.headers.set('X-Signed-In-As', personId);
    const asOf = surroundings.asOf();
    if (request.method !== 'GET' || asOf === null) return undefined;
    const url = new URL(request.url);
    if (url.searchParams.has('asOf') || withoutPast.some((path) => path.test(url.pathname))) return undefined;
    url.searchParams.set('asOf', asOf);
    return new Request(url, request);
  },
  async onResponse({ response }) {
    if (response.status >= 400) throw await problemFrom(response);
    return undefined;
  },
};

/** The typed client of the API. Rejects with `ProblemError` for every answer from 400 on and for no answer. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  credentials: 'same-origin',
  fetch: send,
  querySerializer: { array: { style: 'form', explode: true } },
});
api.use(contract);

/** Headers of a change to a record that was read in this version. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** A command that got no answer, or "busy, try later", may have been done: the same one sent again carries the same key. */
async function send(request: Request): Promise<Response> {
  if (request.method !== 'POST' || isAboutSession(request)) return sendSignedIn(request);
  const { key, answered } = await keyedSending(request);
  request.headers.set('Idempotency-Key', key);
  const response = await sendSignedIn(request);
  if (response.status < 500) answered();
  return response;
}

async function sendSignedIn(request: Request): Promise<Response> {
  const spare = request.clone();
  const signInsBefore = surroundings.signIns();
  const response = await answerTo(request);
  if (response.status !== 401 || isAboutSession(request)) return response;
  // Of several requests that fail at once one may come back when the person has signed in again already.
  const isBack = surroundings.signIns() > signInsBefore || (await surroundings.signInAgain());
  return isBack ? answerTo(spare) : response;
}

/** Signing in and out, and what is done without it. */
function isAboutSession(request: Request): boolean {
  return /^\/api\/v1\/(session|account-links)(\/|$)/.test(new URL(request.url).pathname);
}

async function answerTo(request: Request): Promise<Response> {
  try {
    return await globalThis.fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offlineProblem();
  }
}
