import type fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/index.js';

const ONE_YEAR_S = 31_536_000;

/** What a page of this application never asks a browser for. */
const NO_POWERS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((power) => `${power}=()`)
  .join(', ');

/**
 * The headers that tell a browser what this application does not do. Everything it loads is its own; there is no
 * inline script or style. What only makes sense with HTTPS is left out when people reach it by plain HTTP.
 */
export function securityHeaders({
  publicUrl,
}: Pick<Config, 'publicUrl'>): Parameters<typeof fastifyHelmet>[1] {
  const https = publicUrl?.startsWith('https:') ?? false;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        // KERN's icons are masks with data: addresses.
        imgSrc: ["'self'", 'data:'],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: https ? [] : null,
      },
    },
    strictTransportSecurity: https ? { maxAge: ONE_YEAR_S, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: https ? { policy: 'same-origin' } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    originAgentCluster: https,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  };
}

/** The description of the API, where Swagger UI is served. */
const API_DOCS = /^\/api\/docs\/?(?:\?|$)/;

/**
 * The inline styles that Swagger UI brings along: two elements, an attribute, and an element that its script makes. A
 * new version of it may have others; the browser test of the policy then says which.
 */
const STYLES_OF_API_DOCS = [
  "'unsafe-hashes'",
  "'sha256-/jDKvbQ8cdux+c5epDIqkjHbXDaIY8RucT1PmAe8FG4='",
  "'sha256-ezdv1bOGcoOD7FKudKN0Y2Mb763O6qVtM8LT2mtanIU='",
  "'sha256-eaPyLWVdqMc60xuz5bTp2yBRgVpQSoUggte1+40ONPU='",
  "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
].join(' ');

/** Adds what helmet does not do: a header that it does not know, and the exceptions of the page that is not our own. */
export function completeHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('permissions-policy', NO_POWERS);
    if (API_DOCS.test(request.url)) {
      const policy = String(reply.getHeader('content-security-policy'));
      reply.header(
        'content-security-policy',
        policy.replace("style-src 'self'", `style-src 'self' ${STYLES_OF_API_DOCS}`),
      );
    }
    done();
  });
}
