/**
 * Who may import whom. Each rule is broken on purpose in test/architecture/imports.spec.ts.
 *
 * Features import only what stands on a lower line; what shares a line does not know each other.
 */
const layers = [
  ['config'],
  ['platform'],
  ['accounts'],
  ['strategy', 'organisation', 'change-log'],
  ['projects'],
  ['status-reports', 'assessments', 'budget'],
  ['ledger'],
  ['comparison'],
  ['papers', 'participation'],
  ['reviews'],
  ['portfolio', 'import'],
  ['publication', 'finance', 'scenarios'],
  ['my-work'],
  ['notices', 'calendar'],
  ['sample'],
  ['portfolio-load'],
  ['commands'],
];

const backend = '^backend/src/';
// The platform is many things; each of its parts has a front door of its own, too.
const frontDoor = `${backend}(?:platform/)?[^/]+/index\\.ts$`;
// Plain words and arithmetic on days; the front door of the platform would bring the framework along.
const plain = `${backend}platform/(?:time/calendar|auth/permission)\\.ts$`;
const features = layers.flat();
const spec = '\\.spec\\.ts$';

const onlyDown = features.map((feature) => {
  const own = layers.findIndex((layer) => layer.includes(feature));
  const below = layers.slice(0, own).flat();
  return {
    name: `only-down:${feature}`,
    comment: `${feature} may know ${below.join(', ') || 'nobody'}: what lies below it, and nothing beside or above.`,
    severity: 'error',
    from: { path: `${backend}${feature}/`, pathNot: spec },
    to: {
      path: backend,
      pathNot: [
        `${backend}(?:${[feature, ...below].join('|')})/`,
        // A command of the terminal runs the whole application.
        ...(feature === 'commands' ? [`${backend}[^/]+$`] : []),
      ],
    },
  };
});

/** Inside a feature: which role (a file name's suffix) may not import which. */
const roles = [
  {
    name: 'controller-delegates',
    comment:
      'A controller speaks HTTP with services, queries and DTOs; it knows no table, no rule and no database.',
    from: `${backend}(?!platform/).*\\.controller\\.ts$`,
    to: { path: '\\.(entity|rules|errors|module)\\.ts$|^node_modules/(typeorm|pg)/' },
  },
  {
    name: 'service-does-not-read-for-screens',
    comment: 'Commands stand apart from queries and from HTTP.',
    from: '\\.service\\.ts$',
    to: { path: `${backend}.*\\.(controller|queries)\\.ts$` },
  },
  {
    name: 'queries-do-not-write',
    comment: 'Queries stand apart from commands and from HTTP.',
    from: '\\.queries\\.ts$',
    to: { path: `${backend}.*\\.(controller|service)\\.ts$` },
  },
  {
    name: 'rules-are-pure',
    comment:
      'Rules are functions on plain values: enums and rules of their feature, days, no package, no clock.',
    from: `${backend}([^/]+)/.*\\.rules\\.ts$`,
    to: { pathNot: [`${backend}$1/.*\\.(enums|rules)\\.ts$`, plain, frontDoor] },
  },
  {
    name: 'rules-take-only-types-from-others',
    comment: 'A type of another feature is gone when the program runs; anything else would bring it along.',
    from: `${backend}.*\\.rules\\.ts$`,
    to: { path: frontDoor, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'dto-knows-no-entity',
    comment: 'The contract and the table change for different reasons.',
    from: '(/dto/.*|\\.dto)\\.ts$',
    to: { path: '\\.entity\\.ts$' },
  },
  {
    name: 'entity-knows-no-dto',
    comment: 'The contract and the table change for different reasons.',
    from: '\\.entity\\.ts$',
    to: { path: '(/dto/.*|\\.dto)\\.ts$' },
  },
].map(({ name, comment, from, to }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: spec },
  to,
}));

const borders = [
  {
    name: 'known-feature',
    comment: 'A new folder in backend/src gets its line in the layers of .dependency-cruiser.mjs.',
    from: { path: `${backend}[^/]+/`, pathNot: `${backend}(?:${features.join('|')})/` },
    to: {},
  },
  {
    name: 'through-the-front-door',
    comment: 'What a feature offers to others is exported by its index.ts.',
    from: { path: `${backend}([^/]+)/`, pathNot: spec },
    to: { path: `${backend}[^/]+/.`, pathNot: [`${backend}$1/`, frontDoor, plain] },
  },
  {
    name: 'application-through-the-front-door',
    comment:
      'What a feature offers to the application is exported by its index.ts; the platform is assembled part by part',
    from: { path: `${backend}[^/]+\\.ts$`, pathNot: spec },
    to: { path: `${backend}[^/]+/.`, pathNot: [frontDoor, `${backend}(?:platform|commands)/`] },
  },
  {
    name: 'frontend-knows-no-backend',
    comment: 'The contract between the two is the OpenAPI document.',
    from: { path: '^frontend/' },
    to: { path: '^backend/' },
  },
  {
    name: 'backend-knows-no-frontend',
    comment: 'The contract between the two is the OpenAPI document.',
    from: { path: '^backend/' },
    to: { path: '^frontend/' },
  },
  {
    name: 'product-knows-no-test',
    comment: 'Nothing of the tests becomes part of the product.',
    from: { path: '^(backend|frontend)/', pathNot: spec },
    to: { path: `^test/|${spec}` },
  },
  {
    name: 'screens-through-the-front-door',
    comment: 'What a feature of the frontend offers to others is exported by its index.ts.',
    from: { path: '^frontend/src/features/([^/]+)/', pathNot: spec },
    to: {
      path: '^frontend/src/features/[^/]+/.',
      pathNot: ['^frontend/src/features/$1/', '^frontend/src/features/[^/]+/index\\.ts$'],
    },
  },
  {
    name: 'shared-knows-no-feature',
    comment: 'Shared parts get what they need as props and parameters.',
    from: { path: '^frontend/src/shared/', pathNot: spec },
    to: { path: '^frontend/src/features/' },
  },
  {
    name: 'client-knows-no-screen',
    comment: 'The typed client is below everything that is seen; it knows what screens share.',
    from: { path: '^frontend/src/api/', pathNot: spec },
    to: { path: '^frontend/src/(app/(?!stores/)|shared/|features/)' },
  },
  {
    name: 'no-cycle',
    comment: 'Modules that need each other while they load depend on who is loaded first.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
  },
  {
    name: 'no-dev-dependency-at-run-time',
    comment: 'An installation without development packages has to run.',
    from: { path: '^backend/src/', pathNot: spec },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'resolvable',
    comment: 'What is imported has to exist.',
    from: {},
    to: { couldNotResolve: true },
  },
].map((rule) => ({ severity: 'error', ...rule }));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...onlyDown, ...roles, ...borders],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
