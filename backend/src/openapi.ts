import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const PROBLEM = {
  description: 'Problem document (RFC 9457) that names every fault',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const TOKEN =
  'API token of a machine, made by an administrator; it may do what it was given, and nothing with sessions, people’s rights or tokens.';

/** Builds the OpenAPI 3.1 document of the API from its controllers and DTO classes. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Digital Agenda')
    .setDescription(
      'Projects of a city’s digital agenda: check grid, status, budget state, and the history of all of it.',
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addCookieAuth('da_session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'da_…', description: TOKEN }, 'api_token')
    .addSecurityRequirements('cookie')
    .addSecurityRequirements('api_token')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, ...PROBLEM_SCHEMAS };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method];
      if (operation === undefined) continue;
      operation.responses['default'] = PROBLEM;
      const parameters = (operation.parameters ??= []);
      const has = (name: string): boolean =>
        parameters.some((known) => 'name' in known && known.name === name);
      if (method === 'get' && !WITHOUT_HISTORY.test(path) && !has('asOf')) parameters.push(AS_OF);
      if (method === 'post') parameters.push(IDEMPOTENCY_KEY);
    }
  }
  return document;
}

/** What keeps no history takes no moment. */
const WITHOUT_HISTORY =
  /\/(people|draft|compare|watch)$|\/live(\/position)?$|\/(api-tokens|calendar|changes|ledger-imports|ledger-sources|me|session|users)(\/|$)/;

const AS_OF = {
  name: 'asOf',
  in: 'query' as const,
  required: false,
  description:
    'Moment to read: a day (its end in Europe/Berlin), an instant, or a revision `r<rev>`. Now when absent.',
  schema: { type: 'string' },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Any text that is new for each thing to be done, e.g. a UUID (Internet-Draft, version 7). Sent again within 24 hours by the same person, with the same address and body, it is done once and gets the same answer; with others it is 422. Without meaning where nobody needs to be signed in.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const PROBLEM_SCHEMAS = {
  Fault: {
    type: 'object',
    required: ['pointer', 'code'],
    properties: {
      pointer: {
        type: 'string',
        description:
          'JSON pointer into the body or the query; #path/<name> and #header/<name> for what stands elsewhere',
      },
      code: { type: 'string' },
      params: { type: 'object', additionalProperties: true },
    },
  },
  Problem: {
    type: 'object',
    required: ['type', 'status', 'title', 'code', 'params', 'errors', 'correlationId'],
    properties: {
      type: { type: 'string' },
      status: { type: 'integer' },
      title: { type: 'string', description: 'English, for the log; show a text for the code instead' },
      code: { type: 'string' },
      params: { type: 'object', additionalProperties: true },
      errors: { type: 'array', items: { $ref: '#/components/schemas/Fault' } },
      correlationId: { type: ['string', 'null'] },
      current: { description: 'Current state of what somebody else changed meanwhile (412)' },
    },
  },
} as unknown as NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
