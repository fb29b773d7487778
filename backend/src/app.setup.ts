import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config/index.js';
import { buildDocument } from './openapi.js';
import {
  acceptFiles,
  AnswerInterceptor,
  completeHeaders,
  IdempotencyInterceptor,
  limitAddresses,
  Metrics,
  ProblemFilter,
  RateLimits,
  refuseUnreadable,
  refuseUnroutable,
  securityHeaders,
  TextPipe,
  TRANSPORT_LIMITS,
  validationPipe,
} from './platform/http/index.js';
import { logRequests } from './platform/http/request-log.js';
import type { Timeouts } from './platform/index.js';
import { refuseUndeclaredRoutes } from './platform/auth/route-check.js';
import { createLogger, NestLogger } from './platform/http/logger.js';

const WEB_FOLDER = fileURLToPath(new URL('../web', import.meta.url));
const ONE_YEAR_S = 31_536_000;

/** Builds the application, ready to listen or to be injected into; migrations have run already. */
export async function createApp(
  config: Config,
  databaseUrl: string,
  timeouts?: Timeouts,
): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel);
  const adapter = new FastifyAdapter({
    ...TRANSPORT_LIMITS,
    trustProxy: config.trustProxy ?? false,
    forceCloseConnections: 'idle',
    // What comes on an open connection while the server stops is answered as well.
    return503OnClosing: false,
    frameworkErrors: refuseUnroutable,
    clientErrorHandler: refuseUnreadable,
    routerOptions: {
      maxParamLength: 200,
      querystringParser: (text: string) => Object.fromEntries(groupKeys(new URLSearchParams(text))),
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, databaseUrl, timeouts),
    adapter,
    {
      logger: new NestLogger(logger),
      abortOnError: false,
    },
  );
  const fastify = app.getHttpAdapter().getInstance();
  logRequests(fastify, { logger, metrics: app.get(Metrics), countStatements: config.environment === 'test' });
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, securityHeaders(config));
  completeHeaders(fastify);
  limitAddresses(fastify);
  await app.get(RateLimits).begin(fastify);
  acceptMergePatch(fastify);
  acceptFiles(fastify);
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(new TextPipe(), validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(
    new AnswerInterceptor(app.get(Reflector)),
    new IdempotencyInterceptor(app.get(Reflector)),
  );
  SwaggerModule.setup('api/docs', app, () => buildDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
  await serveInterface(app, fastify);
  await app.init();
  refuseUndeclaredRoutes(app);
  await fastify.ready();
  return app;
}

/** Repeated keys become an array, a single one stays a string. */
function groupKeys(parameters: URLSearchParams): [string, string | string[]][] {
  return [...new Set(parameters.keys())].map((key) => {
    const values = parameters.getAll(key);
    return [key, values.length === 1 ? (values[0] ?? '') : values];
  });
}

function acceptMergePatch(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, parse);
}

/** Serves the built single-page application: files by name, every other page address as the application itself. */
async function serveInterface(app: NestFastifyApplication, fastify: FastifyInstance): Promise<void> {
  const indexFile = join(WEB_FOLDER, 'index.html');
  if (!existsSync(indexFile)) return;
  const index = readFileSync(indexFile);
  // What stands beside the page has no hash in its name, so browsers ask each time whether it is still the same.
  await app.register(fastifyStatic, {
    root: WEB_FOLDER,
    wildcard: false,
    index: false,
    globIgnore: ['assets/**', '**/*.{html,br,gz}'],
    cacheControl: false,
    preCompressed: true,
  });
  await app.register(fastifyStatic, {
    root: join(WEB_FOLDER, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: ONE_YEAR_S * 1000,
    decorateReply: false,
  });
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const [path = ''] = request.url.split('?');
    if (path.startsWith('/api/') || path.startsWith('/assets/')) return reply.callNotFound();
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(index);
  });
}
