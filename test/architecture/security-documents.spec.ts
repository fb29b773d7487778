import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const DOCUMENTS = ['docs/asvs.md', 'backend/decisions/0012-threat-model.md', 'SECURITY.md'];

/** Files of tests that a text names: by their path, or by their name alone where that is clear enough. */
function testsNamedIn(text: string): string[] {
  return [...new Set(text.match(/[\w./-]+\.spec\.ts/g) ?? [])];
}

const known = ['test', 'backend/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }),
);

function isThere(name: string): boolean {
  return existsSync(path.join(root, name)) || known.some((file) => path.basename(file) === name);
}

/** The sentence that a document quotes of a test, with the file that it names before. */
function sentencesIn(text: string): { file: string; sentence: string }[] {
  return [...text.matchAll(/`([\w./-]+\.spec\.ts)`: ("[^"|]+"(?:, "[^"|]+")*)/g)].flatMap(
    ([, file = '', quoted = '']) =>
      [...quoted.matchAll(/"([^"]+)"/g)].map(([, sentence = '']) => ({ file, sentence })),
  );
}

function textOf(name: string): string {
  const file = known.find((one) => path.basename(one) === path.basename(name)) ?? '';
  return ['test', 'backend/src']
    .map((folder) => path.join(root, folder, file))
    .filter((one) => existsSync(one))
    .map((one) => readFileSync(one, 'utf8'))
    .join('\n');
}

describe.each(DOCUMENTS)('what %s claims', (document) => {
  const text = readFileSync(path.join(root, document), 'utf8');

  it('is shown by tests that exist', () => {
    expect(testsNamedIn(text).filter((name) => !isThere(name))).toEqual([]);
  });

  it('quotes sentences that these tests have', () => {
    const missing = sentencesIn(text).filter(
      ({ file, sentence }) => !textOf(file).replaceAll('’', "'").includes(sentence.replaceAll('’', "'")),
    );
    expect(missing).toEqual([]);
  });
});

it('notices a test that is not there, and a sentence that nobody wrote', () => {
  const [claim] = sentencesIn('`test/api/rights.spec.ts`: "is never written"');
  expect(isThere('no-such-thing.spec.ts')).toBe(false);
  expect(textOf(claim?.file ?? '')).toContain('docs/rights.md');
  expect(textOf(claim?.file ?? '')).not.toContain(claim?.sentence);
});
