import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freshDatabase, type TestDatabase } from '../support/database';
import { strategyText } from '../support/strategy';

const root = path.resolve(import.meta.dirname, '../..');

describe('loading a strategy from the command line', () => {
  let database: TestDatabase;
  let scratch: string;
  beforeAll(async () => {
    database = await freshDatabase('strategy');
    scratch = await mkdtemp(path.join(tmpdir(), 'strategy-'));
  });
  afterAll(async () => {
    await rm(scratch, { recursive: true });
    await database.drop();
  });

  async function command(text: string): Promise<{ code: number; stdout: string; stderr: string }> {
    const file = path.join(scratch, 'city.json');
    await writeFile(file, text);
    const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: database.url };
    return promisify(execFile)(process.execPath, ['dist/server/commands/load-strategy.js', file], {
      cwd: root,
      env,
    }).then(
      (output) => ({ code: 0, ...output }),
      (failure: { code: number; stdout: string; stderr: string }) => failure,
    );
  }

  it('says what changed', async () => {
    const text = strategyText
      .replace('"orgUnits": "org-units.csv",', '')
      .replace('"weight": 1', '"weight": 2');
    const { code, stdout } = await command(text);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('designPrinciples: 1 changed') as unknown,
    });
    expect(await database.query('select weight from design_principle where position = 1')).toEqual([
      { weight: 2 },
    ]);
  });

  it('names every fault and where it stands, and fails', async () => {
    const { code, stderr } = await command('{\n  "strategy": { "key": "Nope" }\n}');
    expect(code).toBe(1);
    expect(stderr).toContain('Nothing was loaded');
    expect(stderr.split('\n').filter((line) => line.startsWith('city.json'))).toEqual([
      expect.stringMatching(/^city\.json:1:1 {2}\/designPrinciples /),
      expect.stringMatching(/^city\.json:1:1 {2}\/actionFields /),
      expect.stringMatching(/^city\.json:2:15 {2}\/strategy\/title /),
      expect.stringMatching(/^city\.json:2:24 {2}\/strategy\/key /),
    ]);
  });
});
