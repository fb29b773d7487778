import { fixtureTree, importViolations, type FixtureTree, type Violation } from './fixture-tree';

/** A file that imports another one, and the rule that this breaks. */
type Breach = [rule: string, from: string, to: string];

const backend = 'backend/src';

// Who stands above whom, written down a second time: a slip in the configuration must not hide itself.
const upwards: [lower: string, higher: string][] = [
  ['config', 'platform'],
  ['platform', 'accounts'],
  ['accounts', 'strategy'],
  ['strategy', 'organisation'],
  ['organisation', 'strategy'],
  ['change-log', 'organisation'],
  ['projects', 'assessments'],
  ['status-reports', 'budget'],
  ['assessments', 'status-reports'],
  ['budget', 'portfolio'],
  ['budget', 'ledger'],
  ['ledger', 'comparison'],
  ['comparison', 'papers'],
  ['papers', 'participation'],
  ['participation', 'reviews'],
  ['reviews', 'portfolio'],
  ['portfolio', 'import'],
  ['import', 'portfolio'],
  ['publication', 'my-work'],
  ['publication', 'finance'],
  ['finance', 'publication'],
  ['publication', 'scenarios'],
  ['scenarios', 'my-work'],
  ['my-work', 'notices'],
  ['notices', 'calendar'],
  ['calendar', 'sample'],
  ['sample', 'portfolio-load'],
  ['portfolio-load', 'commands'],
];

const breaches: Breach[] = [
  ...upwards.map(([lower, higher]): Breach => [
    `only-down:${lower}`,
    `${backend}/${lower}/up-to-${higher}.ts`,
    `${backend}/${higher}/index.ts`,
  ]),
  ['controller-delegates', `${backend}/budget/a.controller.ts`, `${backend}/budget/a.entity.ts`],
  ['controller-delegates', `${backend}/budget/b.controller.ts`, `${backend}/budget/a.rules.ts`],
  ['controller-delegates', `${backend}/budget/d.controller.ts`, 'node_modules/pg/index.js'],
  ['service-does-not-read-for-screens', `${backend}/budget/a.service.ts`, `${backend}/budget/b.queries.ts`],
  [
    'service-does-not-read-for-screens',
    `${backend}/budget/b.service.ts`,
    `${backend}/budget/c.controller.ts`,
  ],
  ['queries-do-not-write', `${backend}/budget/a.queries.ts`, `${backend}/budget/c.service.ts`],
  ['rules-are-pure', `${backend}/budget/b.rules.ts`, `${backend}/budget/a.errors.ts`],
  ['rules-take-only-types-from-others', `${backend}/budget/c.rules.ts`, `${backend}/platform/index.ts`],
  ['rules-are-pure', `${backend}/budget/f.rules.ts`, `${backend}/platform/time/clock.ts`],
  ['through-the-front-door', `${backend}/budget/f.rules.ts`, `${backend}/platform/time/clock.ts`],
  ['rules-are-pure', `${backend}/budget/d.rules.ts`, 'node_modules/released/index.js'],
  ['rules-are-pure', `${backend}/budget/e.rules.ts`, 'fs'],
  ['dto-knows-no-entity', `${backend}/budget/dto/a.ts`, `${backend}/budget/a.entity.ts`],
  ['dto-knows-no-entity', `${backend}/budget/a.dto.ts`, `${backend}/budget/a.entity.ts`],
  ['entity-knows-no-dto', `${backend}/budget/b.entity.ts`, `${backend}/budget/dto/b.ts`],
  ['known-feature', `${backend}/helpers/a.ts`, `${backend}/platform/index.ts`],
  ['through-the-front-door', `${backend}/budget/door.ts`, `${backend}/projects/inner.ts`],
  ['application-through-the-front-door', `${backend}/app.module.ts`, `${backend}/projects/inner.ts`],
  ['frontend-knows-no-backend', 'frontend/src/app/a.ts', `${backend}/budget/a.enums.ts`],
  ['backend-knows-no-frontend', `${backend}/budget/page.ts`, 'frontend/src/app/b.ts'],
  ['product-knows-no-test', `${backend}/budget/tested.ts`, 'test/support/a.ts'],
  ['product-knows-no-test', 'frontend/src/app/tested.ts', 'frontend/src/app/c.spec.ts'],
  [
    'screens-through-the-front-door',
    'frontend/src/features/budget/a.ts',
    'frontend/src/features/projects/inner.ts',
  ],
  [
    'screens-through-the-front-door',
    'frontend/src/features/budget/MoneyTable.vue',
    'frontend/src/features/projects/inner.ts',
  ],
  ['shared-knows-no-feature', 'frontend/src/shared/a.ts', 'frontend/src/features/projects/index.ts'],
  ['client-knows-no-screen', 'frontend/src/api/a.ts', 'frontend/src/shared/b.ts'],
  ['no-cycle', `${backend}/budget/egg.ts`, `${backend}/budget/hen.ts`],
  ['only-down:projects', `${backend}/projects/as-type.ts`, `${backend}/budget/index.ts`],
  ['only-down:projects', `${backend}/projects/as-export.ts`, `${backend}/budget/index.ts`],
  ['only-down:projects', `${backend}/projects/as-lazy.ts`, `${backend}/budget/index.ts`],
  ['no-dev-dependency-at-run-time', `${backend}/budget/dev.ts`, 'node_modules/dev-only/index.js'],
  ['resolvable', `${backend}/budget/lost.ts`, './nowhere.js'],
];

// Half of a cycle, which is reported once.
const silent: [from: string, to: string][] = [[`${backend}/budget/hen.ts`, `${backend}/budget/egg.ts`]];

const allowed: [from: string, to: string][] = [
  [`${backend}/budget/ok.controller.ts`, `${backend}/budget/c.service.ts`],
  [`${backend}/budget/ok2.controller.ts`, `${backend}/budget/dto/b.ts`],
  [`${backend}/budget/ok3.controller.ts`, `${backend}/projects/index.ts`],
  [`${backend}/budget/ok.service.ts`, `${backend}/budget/a.entity.ts`],
  [`${backend}/budget/ok.rules.ts`, `${backend}/budget/a.enums.ts`],
  [`${backend}/budget/as-type.rules.ts`, `${backend}/platform/index.ts`],
  [`${backend}/commands/serve.ts`, `${backend}/app.setup.ts`],
  [`${backend}/app.setup.ts`, `${backend}/platform/http/index.ts`],
  ['frontend/src/api/ok.ts', 'frontend/src/app/stores/moment.ts'],
  [`${backend}/budget/ok2.rules.ts`, `${backend}/platform/time/calendar.ts`],
  [`${backend}/budget/ok.rules.spec.ts`, 'node_modules/dev-only/index.js'],
  [`${backend}/portfolio/ok.ts`, `${backend}/status-reports/index.ts`],
  [`${backend}/main.ts`, `${backend}/portfolio/index.ts`],
  ['frontend/src/app/router.ts', 'frontend/src/features/projects/inner.ts'],
  ['test/api/ok.spec.ts', `${backend}/projects/inner.ts`],
];

function importsOf(pairs: [from: string, to: string][]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [, to] of pairs) if (to.endsWith('.ts')) files[to] = 'export const value = 1;\n';
  for (const [from, to] of pairs) {
    const line = importLine(from, specifier(from, to));
    files[from] = from.endsWith('.vue') ? `<script setup lang="ts">\n${line}</script>\n` : line;
  }
  return files;
}

function importLine(from: string, target: string): string {
  if (/as-type\.(rules\.)?ts$/.test(from))
    return `import type { value } from '${target}';\nexport type V = typeof value;\n`;
  if (from.endsWith('as-export.ts')) return `export { value } from '${target}';\n`;
  if (from.endsWith('as-lazy.ts')) return `export const lazy = () => import('${target}');\n`;
  return `import { value } from '${target}';\nexport const other = value;\n`;
}

function specifier(from: string, to: string): string {
  if (to.startsWith('node_modules/')) return to.split('/')[1] ?? '';
  if (!to.includes('/') || to.startsWith('.')) return to;
  return (
    '../'.repeat(from.split('/').length - 1) + to.replace(/\.ts$/, from.startsWith('frontend') ? '' : '.js')
  );
}

const packages = {
  'package.json': JSON.stringify({
    dependencies: { released: '1', pg: '1' },
    devDependencies: { 'dev-only': '1' },
  }),
  'node_modules/released/package.json': '{"name":"released","main":"index.js"}',
  'node_modules/released/index.js': 'exports.value = 1;',
  'node_modules/pg/package.json': '{"name":"pg","main":"index.js"}',
  'node_modules/pg/index.js': 'exports.value = 1;',
  'node_modules/dev-only/package.json': '{"name":"dev-only","main":"index.js"}',
  'node_modules/dev-only/index.js': 'exports.value = 1;',
  'frontend/src/app/index.ts': '',
  'test/index.ts': '',
};

let tree: FixtureTree | undefined;
let violations: Violation[];

function violationsIn(pairs: [from: string, to: string][]): Violation[] {
  tree = fixtureTree({ ...packages, ...importsOf(pairs) });
  return importViolations(tree.folder);
}

afterAll(() => tree?.remove());

describe('an import rule', () => {
  beforeAll(() => {
    violations = violationsIn([...breaches.map(([, from, to]): [string, string] => [from, to]), ...silent]);
  }, 60_000);
  afterAll(() => tree?.remove());

  it.each(breaches)('%s reports that %s imports %s', (rule, from, to) => {
    expect(violations).toContainEqual({ rule, from, to });
  });

  it('reports nothing in the files that others import', () => {
    const breaking = new Set(breaches.map(([, from]) => from));
    expect(violations.filter(({ from }) => !breaking.has(from))).toEqual([]);
  });
});

describe('imports as the architecture wants them', () => {
  it('are not reported', () => {
    expect(violationsIn(allowed)).toEqual([]);
  }, 60_000);
});

describe('the table above', () => {
  it('breaks every rule of the configuration', async () => {
    const { default: configuration } = (await import('../../.dependency-cruiser.mjs')) as {
      default: { forbidden: { name: string }[] };
    };
    const broken = new Set(breaches.map(([rule]) => rule));
    // The last layer has nothing above itself.
    const names = configuration.forbidden
      .map(({ name }) => name)
      .filter((name) => name !== 'only-down:commands');
    expect(names.filter((name) => !broken.has(name))).toEqual([]);
  });
});
