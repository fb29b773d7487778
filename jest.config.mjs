import os from 'node:os';

/**
 * Five projects, one runner: `unit` (rules and architecture, no database), `api` (the whole server on PostgreSQL),
 * `vue` (components in jsdom), `browser` (the built application in Chromium), and `long` (what takes minutes and tells
 * a variant of what another one tells).
 *
 * Everything, packages included, is compiled to CommonJS, because Node 20 can't load this mixture of ES modules
 * and CommonJS inside Jest otherwise. The tools that drive the browser, and compilers, are left as they are.
 */
const keptAsIs = ['/node_modules/(playwright-core|axe-core|@axe-core|typescript|@vue/compiler-\\w+)/'];

const swc = {
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  jsc: { target: 'es2022', keepClassNames: true },
};

const typescript = [
  '@swc/jest',
  {
    ...swc,
    jsc: {
      ...swc.jsc,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
  },
];

const javascript = ['@swc/jest', { ...swc, isModule: 'unknown', sourceMaps: false }];

const common = {
  rootDir: import.meta.dirname,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/.output/'],
  transformIgnorePatterns: keptAsIs,
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
  injectGlobals: true,
};

const onNode = {
  ...common,
  testEnvironment: 'node',
  transform: { '\\.ts$': typescript, '\\.m?js$': javascript },
};

const withDatabase = {
  ...onNode,
  globalSetup: '<rootDir>/test/support/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/jest/global-teardown.mjs',
};

const projects = [
  {
    ...onNode,
    displayName: 'unit',
    testMatch: ['<rootDir>/backend/src/**/*.spec.ts', '<rootDir>/test/architecture/**/*.spec.ts'],
    setupFilesAfterEnv: ['<rootDir>/test/support/jest/patience.ts'],
  },
  {
    ...withDatabase,
    displayName: 'api',
    testMatch: ['api', 'platform', 'faults'].map((folder) => `<rootDir>/test/${folder}/**/*.spec.ts`),
    setupFilesAfterEnv: ['<rootDir>/test/support/jest/patience.ts'],
  },
  {
    ...common,
    displayName: 'vue',
    testMatch: ['<rootDir>/frontend/src/**/*.spec.ts'],
    testEnvironment: '<rootDir>/test/support/jest/jsdom-environment.mjs',
    testEnvironmentOptions: {
      customExportConditions: ['node', 'node-addons'],
      url: 'http://localhost:3000/',
    },
    transform: {
      '/frontend/src/.*\\.(ts|vue)$': '<rootDir>/test/support/jest/vue-transformer.mjs',
      '\\.ts$': typescript,
      '\\.m?js$': javascript,
    },
    moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'vue', 'node'],
    moduleNameMapper: {
      '\\.(css|scss|svg|png|woff2)(\\?\\w+)?$': '<rootDir>/test/support/jest/asset.cjs',
      ...common.moduleNameMapper,
    },
  },
  {
    ...withDatabase,
    displayName: 'browser',
    globalSetup: '<rootDir>/test/support/jest/global-setup-browser.mjs',
    testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
    setupFilesAfterEnv: ['<rootDir>/test/support/jest/patience.ts'],
  },
  {
    ...withDatabase,
    displayName: 'long',
    globalSetup: '<rootDir>/test/support/jest/global-setup-browser.mjs',
    testMatch: ['<rootDir>/test/long/**/*.spec.ts'],
    setupFilesAfterEnv: ['<rootDir>/test/support/jest/patience.ts'],
  },
];

export default {
  projects,
  testSequencer: '<rootDir>/test/support/jest/longest-first.mjs',
  // Each worker may have a server and a browser beside it.
  maxWorkers: Math.min(4, os.availableParallelism()),
  workerIdleMemoryLimit: '1GB',
};
