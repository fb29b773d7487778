/**
 * A certified OpenID provider (npm `oidc-provider`) in a process of its own, started by `provider.ts` and told by
 * messages what to do next. Its people sign in with their name alone; nothing about the protocol is simplified.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

const { port, appOrigin, clientSecret, codeSeconds, idTokenSeconds, claimsInIdToken } = JSON.parse(
  process.argv[2],
);
const issuer = `http://127.0.0.1:${port}`;
const people = new Map();
const connections = new Set();
let server;

const pair = await generateKeyPair('RS256', { extractable: true });
const key = { ...(await exportJWK(pair.privateKey)), kid: `key-${Date.now()}`, use: 'sig', alg: 'RS256' };

const provider = new Provider(issuer, {
  jwks: { keys: [key] },
  clients: [
    {
      client_id: 'agenda',
      ...(clientSecret ? { client_secret: clientSecret } : { token_endpoint_auth_method: 'none' }),
      redirect_uris: [`${appOrigin}/api/v1/session/oidc/callback`],
      post_logout_redirect_uris: [`${appOrigin}/sign-in`],
      backchannel_logout_uri: `${appOrigin}/api/v1/session/oidc/logout`,
      backchannel_logout_session_required: true,
    },
  ],
  claims: {
    openid: ['sub', 'sid'],
    profile: ['name', 'preferred_username', 'groups', 'office'],
    email: ['email'],
  },
  conformIdTokenClaims: !claimsInIdToken,
  features: {
    backchannelLogout: { enabled: true },
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: true, logoutSource: leaveAtOnce },
  },
  findAccount: (_context, id) =>
    people.has(id) && { accountId: id, claims: () => ({ sub: id, ...people.get(id) }) },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: grantAtOnce,
  cookies: { keys: ['only for tests'] },
  ttl: {
    AuthorizationCode: codeSeconds,
    IdToken: idTokenSeconds,
    AccessToken: 3600,
    Session: 3600,
    Grant: 3600,
    Interaction: 3600,
  },
  // Without the guard of the library against addresses of the own machine: the application under test is there.
  fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined }),
});

/** People of the city have agreed to this application once and for all. */
async function grantAtOnce(context) {
  const { client, session, params } = context.oidc;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

/** Asks nobody whether they really want to sign out, as Keycloak does not either when it gets the ID token. */
function leaveAtOnce(context, form) {
  context.body = `<!doctype html><title>Bye</title>${form}
    <script>const f = document.forms[0]; f.insertAdjacentHTML('beforeend', '<input type="hidden" name="logout" value="yes">'); f.submit();</script>`;
}

async function answer(request, response) {
  const [path] = request.url.split('?');
  if (path === '/favicon.ico') return response.writeHead(204).end();
  if (!path.startsWith('/interaction/')) return provider.callback()(request, response);
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(`<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1>
      <form method="post"><label>Name <input name="login"></label><button>Sign in</button>
      <button name="no" value="1">Cancel</button></form>`);
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  const form = new URLSearchParams(body);
  const result = form.has('no')
    ? { error: 'access_denied', error_description: 'The person said no' }
    : { login: { accountId: form.get('login') } };
  await provider.interactionFinished(request, response, result);
}

async function open() {
  server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

async function close() {
  const closed = once(server, 'close');
  server.close();
  for (const socket of connections) socket.destroy();
  await closed;
}

const realNow = Date.now;
const commands = {
  /** Says who a person is from now on. */
  person: ({ id, claims }) => people.set(id, claims),
  /** Puts the provider's clock ahead, or behind by a negative number. */
  clock: ({ seconds }) => {
    Date.now = () => realNow() + seconds * 1000;
  },
  stop: close,
  start: open,
  /** Signs what a test wants to be signed, with the provider's key. */
  sign: ({ claims }) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(pair.privateKey),
};

process.on('message', async ({ call, command, ...parameters }) => {
  const value = await commands[command](parameters);
  process.send({ call, value: typeof value === 'string' ? value : null });
});
process.on('disconnect', () => process.exit());
await open();
process.send({ ready: true });
