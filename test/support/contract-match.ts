import { Ajv2020 } from 'ajv/dist/2020';
import type { ApiAnswer } from './api';
import { type Operation, OPERATIONS, type Schema, SCHEMAS } from './openapi';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const ajv = new Ajv2020({ strict: false, allErrors: false, allowUnionTypes: true });
ajv.addFormat('uuid', UUID);
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('email', /^[^@\s]+@[^@\s]+$/);
ajv.addSchema({ $id: 'contract', components: { schemas: closed(SCHEMAS) } });

/** What an answer says that the contract does not, in one line; null when they agree. */
export function breachOf(
  { status, headers, body }: ApiAnswer,
  { method, path }: Pick<Operation, 'method' | 'path'>,
): string | null {
  const operation = OPERATIONS.find((candidate) => candidate.method === method && candidate.path === path);
  if (operation === undefined || status === 304) return null;
  const declared = operation.answers[status] ?? (status >= 400 ? operation.answers.default : undefined);
  if (declared === undefined) return `status ${status} is not in the contract`;
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  if (declared.content === undefined) return body === undefined ? null : `an unannounced body of ${type}`;
  const media = declared.content[type];
  if (media === undefined) return `media type "${type}" is not in the contract`;
  if (media.schema === undefined || !/json$/.test(type)) return null;
  return faultOf(media.schema, body);
}

function faultOf(schema: Schema, body: unknown): string | null {
  const validate = ajv.compile(closed(withBase(schema)) as object);
  if (validate(body)) return null;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`;
}

function withBase(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"contract#/components'));
}

/** An answer may not say more than the contract either: members that it does not name are a fault. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isRecord = 'properties' in schema && !('additionalProperties' in schema) && !('allOf' in schema);
  return isRecord && 'type' in schema && schema.type === 'object'
    ? { ...inner, additionalProperties: false }
    : inner;
}
