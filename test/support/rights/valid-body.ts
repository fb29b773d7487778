import { type Operation, resolved, type Schema } from '../openapi';

/** Fields whose schema does not say what they take. */
const BY_NAME: [RegExp, unknown][] = [
  [/(On|Start|End|From|Until)$/, '2030-01-31'],
  [/At$/, '2030-01-31T10:00:00Z'],
  [/(Url|url)$/, 'https://example.org'],
  [/^primaryActionField$/, 'innovation'],
  [/^(mail|email)$/, 'somebody@example.org'],
];
/** Bodies of which the contract can't say what they need: what is required depends on what else is there. */
const EXAMPLES: Record<string, object> = {
  'POST /api/v1/projects/{ref}/status-reports': {
    lights: { overall: 'green', schedule: 'green', cost: 'green', scope: 'green', resources: 'green' },
    progressPercent: 50,
  },
};
const UUID = '0190f3a4-0000-7000-8000-000000000000';

/** The smallest body that the contract lets pass: what is required, and nothing else. */
export function smallestBody({ method, path, body }: Operation): object | undefined {
  return EXAMPLES[`${method} ${path}`] ?? (body === undefined ? undefined : (valueOf('', body) as object));
}

function valueOf(name: string, schema: Schema): unknown {
  const {
    type,
    enum: allowed,
    properties,
    required = [],
    items,
    minimum,
    format,
    minLength,
  } = resolved(schema);
  if (allowed !== undefined) return allowed[0];
  const byName = BY_NAME.find(([pattern]) => pattern.test(name));
  switch ([type ?? 'object'].flat()[0]) {
    case 'object':
      return Object.fromEntries(required.map((key) => [key, valueOf(key, properties?.[key] ?? {})]));
    case 'array':
      return [valueOf('', items ?? {})];
    case 'number':
    case 'integer':
      return minimum ?? 1;
    case 'boolean':
      return false;
    default:
      return byName?.[1] ?? (format === 'uuid' ? UUID : 'x'.repeat(minLength ?? 1));
  }
}
