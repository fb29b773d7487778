import { fixtureTree, type FixtureTree, runGate } from './fixture-tree';

let tree: FixtureTree;
afterEach(() => tree.remove());

const greeting = (language: string) => ({
  'frontend/src/app/locales/de.json': '{ "hello": "Guten Tag" }',
  [`frontend/src/app/locales/${language}.json`]: '{ "hello": "Good day" }',
  'frontend/src/app/hello.ts': "export const key = 'app.hello';\n",
  'backend/src/main.ts': '',
  'test/a.ts': '',
});

function check(files: Record<string, string>, ...gates: string[]) {
  tree = fixtureTree(files);
  return runGate('scripts/check.mjs', gates, tree.folder);
}

describe('the check of everything', () => {
  it('says for each gate that it passed', () => {
    const { output, status } = check(greeting('en'), 'translations', 'imports');
    expect(output).toMatch(/^ok {6}translations \(\d/m);
    expect(output).toMatch(/^ok {6}imports \(\d/m);
    expect(status).toBe(0);
  });

  it('says which gate failed, and why, and fails', () => {
    const { output, status } = check(greeting('fr'), 'translations', 'imports');
    expect(output).toMatch(/^ok {6}imports/m);
    expect(output).toMatch(/^FAILED {2}translations/m);
    expect(output).toContain('frontend/src/app/locales/en.json  is missing');
    expect(output).toContain('1 of 2 checks failed: translations.');
    expect(status).toBe(1);
  });

  it('fails when it is asked for a gate that does not exist', () => {
    const { output, status } = check({}, 'spelling');
    expect(output).toContain('No such gate.');
    expect(status).toBe(1);
  });

  it('reports files that are not formatted', () => {
    const { output, status } = check({ '.prettierrc.json': '{}', 'a.ts': 'const a   =  1' }, 'format');
    expect(output).toMatch(/^FAILED {2}format[^]*a\.ts/m);
    expect(status).toBe(1);
  });

  it('reports types that do not fit', () => {
    const files = {
      'backend/tsconfig.json': '{ "files": ["a.ts"] }',
      'backend/a.ts': 'export const a: number = "1";',
    };
    const { output, status } = check(files, 'types of the backend');
    expect(output).toMatch(/^FAILED {2}types of the backend[^]*TS2322/m);
    expect(status).toBe(1);
  });

  it('reports types that do not fit in a component', () => {
    const { output, status } = check(
      {
        'frontend/tsconfig.json': '{ "compilerOptions": { "strict": true }, "include": ["**/*.vue"] }',
        'frontend/AppHead.vue':
          '<script setup lang="ts">\nconst a: number = "1";\n</script>\n<template>\n  <p>{{ a }}</p>\n</template>\n',
      },
      'types of the frontend',
    );
    expect(output).toMatch(/^FAILED {2}types of the frontend[^]*AppHead\.vue[^]*TS2322/m);
    expect(status).toBe(1);
  });
});
