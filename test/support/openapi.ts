import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A schema of the contract, as far as tests read it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  minLength?: number;
  format?: string;
}

/** One operation of the contract. */
export interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: 'path' | 'query' | 'header'; schema: Schema }[];
  body: Schema | undefined;
  /** Names of the headers that mean something to it. */
  headers: string[];
  /** What it may answer, by status, `default` being any other one. */
  answers: Readonly<Record<string, Answer>>;
}

/** One answer of an operation: a schema for each media type; none without a body. */
export interface Answer {
  content?: Record<string, { schema?: Schema }>;
}

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: Operation['parameters'];
        requestBody?: { content: Record<string, { schema: Schema }> };
        responses: Record<string, Answer>;
      }
    >
  >;
  components: { schemas: Record<string, Schema> };
}

const file = path.resolve(import.meta.dirname, '../../backend/openapi.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as Document;

/** All operations of the committed contract. */
export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([url, methods]) =>
  Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
    method: method.toUpperCase(),
    path: url,
    parameters,
    headers: parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name),
    answers: responses,
    body: requestBody?.content['application/json']?.schema,
  })),
);

/** All schemas of the committed contract, by name. */
export const SCHEMAS: Readonly<Record<string, Schema>> = document.components.schemas;

/** Follows references, and takes the one part of a schema that says what a value is. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref !== undefined) {
    const found = SCHEMAS[schema.$ref.split('/').at(-1) ?? ''];
    if (found === undefined) throw new Error(`The contract lacks ${schema.$ref}.`);
    return resolved(found);
  }
  const [part] = schema.allOf ?? schema.anyOf ?? schema.oneOf ?? [];
  return part === undefined ? schema : resolved(part);
}
