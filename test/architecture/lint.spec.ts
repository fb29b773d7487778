import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fixtureTree, type FixtureTree, repository } from './fixture-tree';

const files = {
  'backend/tsconfig.json': '{ "compilerOptions": { "strict": true }, "include": ["src/**/*.ts"] }',
  'backend/src/any.ts': 'export function read(value: any): void {\n  void value;\n}\n',
  'backend/src/said.ts': "console.log('a');\nexport {};\n",
  'backend/src/silenced.ts': "// eslint-disable-next-line no-console\nconsole.log('a');\nexport {};\n",
  'backend/src/swallowed.ts':
    'export function run(work: () => void): void {\n  try {\n    work();\n  } catch {}\n}\n',
  'backend/src/nameless.ts': 'export default 1;\n',
  'backend/src/forgotten.ts': 'export function run(work: () => Promise<void>): void {\n  work();\n}\n',
  'backend/src/later.ts': '// TODO: the rest\nexport {};\n',
  'backend/src/environment.ts': 'export const port = process.env.PORT;\n',
  'backend/src/config/config.ts': 'export const port = process.env.PORT;\n',
  'frontend/tsconfig.json': '{ "compilerOptions": { "strict": true }, "include": ["src/**/*"] }',
  'frontend/src/AppNote.vue':
    '<script setup lang="ts">\ndefineProps<{ text: string }>();\n</script>\n\n<template>\n  <p v-html="text" />\n</template>\n',
};

interface LintedFile {
  filePath: string;
  messages: { ruleId: string | null; severity: number }[];
}

describe('the lint', () => {
  let tree: FixtureTree;
  let found: Record<string, (string | null)[]>;

  beforeAll(() => {
    tree = fixtureTree(files);
    const eslint = path.join(repository, 'node_modules/.bin/eslint');
    const config = path.join(repository, 'eslint.config.mjs');
    const run = spawnSync(eslint, ['--config', config, '--format', 'json', '.'], {
      cwd: tree.folder,
      encoding: 'utf8',
    });
    if (!run.stdout.startsWith('[')) throw new Error(run.stderr);
    found = Object.fromEntries(
      (JSON.parse(run.stdout) as LintedFile[]).map(({ filePath, messages }) => [
        path.relative(tree.folder, filePath),
        messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId),
      ]),
    );
  });
  afterAll(() => tree.remove());

  it.each([
    ['an `any`', 'backend/src/any.ts', '@typescript-eslint/no-explicit-any'],
    ['a word to the console', 'backend/src/said.ts', 'no-console'],
    ['a word to the console behind a comment that wants silence', 'backend/src/silenced.ts', 'no-console'],
    ['a comment that wants silence', 'backend/src/silenced.ts', 'no-warning-comments'],
    ['a swallowed error', 'backend/src/swallowed.ts', 'no-restricted-syntax'],
    ['an export without a name', 'backend/src/nameless.ts', 'no-restricted-syntax'],
    [
      'a promise that nobody waits for',
      'backend/src/forgotten.ts',
      '@typescript-eslint/no-floating-promises',
    ],
    ['work left for later', 'backend/src/later.ts', 'no-warning-comments'],
    ['a setting read outside of the configuration', 'backend/src/environment.ts', 'no-restricted-properties'],
    ['raw HTML in a template', 'frontend/src/AppNote.vue', 'vue/no-v-html'],
  ])('reports %s', (_, file, rule) => {
    expect(found[file]).toContain(rule);
  });

  it('lets the configuration read the environment', () => {
    expect(found['backend/src/config/config.ts']).not.toContain('no-restricted-properties');
  });
});
