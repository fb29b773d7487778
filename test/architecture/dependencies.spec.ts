import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fixtureTree, type FixtureTree, repository, runGate } from './fixture-tree';

let tree: FixtureTree | undefined;
afterEach(() => tree?.remove());

const pinned = { version: '1.2.3', integrity: 'sha512-x' };

function check({ manifest = {}, packages = {}, security = '' }): { output: string; status: number | null } {
  tree = fixtureTree({
    'package.json': JSON.stringify({ dependencies: { left: '1.2.3' }, ...manifest }),
    'package-lock.json': JSON.stringify({ packages: { '': {}, 'node_modules/left': pinned, ...packages } }),
    'SECURITY.md': security,
  });
  return runGate('scripts/check-dependencies.mjs', [], tree.folder);
}

describe('the gate on dependencies', () => {
  it('passes what is exact and pinned', () => {
    expect(check({})).toMatchObject({ status: 0 });
  });

  it.each(['^1.2.3', '~1.2.3', '1.x', 'latest', '>=1', 'github:left/left'])(
    'reports the version %s',
    (version) => {
      const { output, status } = check({ manifest: { devDependencies: { left: version } } });
      expect(output).toContain(`left has no exact version: ${version}`);
      expect(status).toBe(1);
    },
  );

  it('reports a package without a hash', () => {
    const { output, status } = check({ packages: { 'node_modules/right': { version: '1.0.0' } } });
    expect(output).toContain('node_modules/right is not pinned by a hash');
    expect(status).toBe(1);
  });

  it('reports an install script that nobody has decided on, however deep it lies', () => {
    const packages = { 'node_modules/a/node_modules/@b/c': { ...pinned, hasInstallScript: true } };
    const { output, status } = check({ packages });
    expect(output).toContain('allowScripts does not say whether @b/c may run its install script');
    expect(status).toBe(1);
    const decided = { packages, manifest: { allowScripts: { '@b/c': false } } };
    expect(check(decided).output).toContain('SECURITY.md  does not say why @b/c');
    expect(check({ ...decided, security: '`@b/c` is not needed.' })).toMatchObject({ status: 0 });
  });
});

describe('the bill of materials', () => {
  it('names what runs in production and nothing else', () => {
    const folder = fixtureTree({});
    tree = folder;
    const file = path.join(folder.folder, 'sbom.json');
    const { output, status } = runGate('scripts/sbom.mjs', [file], repository);
    expect(output).toMatch(/^\d+ components, CycloneDX 1\.\d/);
    expect(status).toBe(0);
    const { components } = JSON.parse(readFileSync(file, 'utf8')) as {
      components: { name: string; group?: string; purl: string }[];
    };
    const all = components.map(({ purl }) => purl).join('\n');
    expect(all).toMatch(/pkg:npm\/fastify@5/);
    expect(all).not.toMatch(/pkg:npm\/(jest|eslint|vite|typescript)@/);
  });
});
