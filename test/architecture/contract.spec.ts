import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fixtureTree, repository, runGate, type FixtureTree } from './fixture-tree';

const document = (summary: string) =>
  JSON.stringify(
    {
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      paths: { '/a': { get: { summary, responses: {} } } },
    },
    null,
    2,
  );

const writer = `
  const { writeFileSync } = require('node:fs');
  writeFileSync(process.argv[2], ${JSON.stringify(document('what the code says'))});
`;

let tree: FixtureTree;
afterEach(() => tree.remove());

/** A tree with a server that writes the document, and the given document and its types as the committed ones. */
function check(committed: string) {
  tree = fixtureTree({
    'package.json': '{}',
    'dist/server/write-openapi.js': writer,
    'backend/openapi.json': committed,
    'typed.json': document('what the code says'),
  });
  mkdirSync(path.join(tree.folder, 'frontend/src/api'), { recursive: true });
  const types = path.join(tree.folder, 'frontend/src/api/schema.d.ts');
  spawnSync(path.join(repository, 'node_modules/.bin/openapi-typescript'), ['typed.json', '-o', types], {
    cwd: tree.folder,
  });
  return { types, run: () => runGate('scripts/check-contract.mjs', [], tree.folder) };
}

describe('the check of the contract', () => {
  it('accepts a document and types that are what the code says', () => {
    expect(check(document('what the code says')).run()).toEqual({ status: 0, output: '' });
  });

  it('reports a document that is not what the code says', () => {
    const { status, output } = check(document('what it said once')).run();
    expect(output).toContain('backend/openapi.json:10 is not what the code says');
    expect(output).toContain('"summary": "what it said once"');
    expect(status).toBe(1);
  });

  it('reports types that are not what the code says', () => {
    const { types, run } = check(document('what the code says'));
    cpSync(path.join(tree.folder, 'package.json'), types);
    const { status, output } = run();
    expect(output).toContain('frontend/src/api/schema.d.ts:1 is not what the code says');
    expect(status).toBe(1);
  });

  it('reports a server that cannot write its document', () => {
    const { run } = check(document('what the code says'));
    cpSync(
      path.join(tree.folder, 'backend/openapi.json'),
      path.join(tree.folder, 'dist/server/write-openapi.js'),
    );
    expect(run().status).toBe(1);
  });
});
