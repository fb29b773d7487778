import { fileURLToPath } from 'node:url';
import { describeFault } from './file-fault.rules.js';
import { StrategyFileRefused } from './strategy-file.errors.js';
import { openSource, readSource, type StrategyContent } from './strategy-source.js';

const OWN_FILE = fileURLToPath(new URL('../../../data/karlsruhe/strategy-2022.json', import.meta.url));
const STRATEGY = `{
  "strategy": { "key": "digital-2030", "title": { "de": "Digital 2030" } },
  "designPrinciples": [{ "key": "openness", "title": { "de": "Offenheit" } }],
  "actionFields": [{ "key": "innovation", "title": { "de": "Innovation" } }],
  "orgUnits": "units.csv"
}`;
const UNITS = 'kind,key,short_name,name,parent_key\ndirectorate,dez-2,Dez2,Dezernat 2,\n';

function sourceOf(text: string | Uint8Array, units: string | Uint8Array = UNITS): Promise<StrategyContent> {
  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? Buffer.from(content) : content;
  return readSource({
    name: 'strategy.json',
    bytes: bytes(text),
    readBeside: () => Promise.resolve(bytes(units)),
  });
}

async function refusalOf(reading: Promise<unknown>): Promise<string[]> {
  const error: unknown = await reading.then(
    () => new Error('The source was taken.'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof StrategyFileRefused) return error.faults.map(describeFault);
  throw error;
}

describe('reading a strategy with the table that it names', () => {
  it('takes the strategy that this project brings along', async () => {
    const { file, orgUnits } = await readSource(await openSource(OWN_FILE));
    expect(file.designPrinciples).toHaveLength(9);
    expect(file.actionFields).toHaveLength(7);
    expect(file.designPrinciples.every(({ levels }) => levels?.length === 5)).toBe(true);
    expect(orgUnits?.length).toBeGreaterThan(50);
  });

  it('does without a table of units', async () => {
    const { orgUnits } = await sourceOf(STRATEGY.replace(',\n  "orgUnits": "units.csv"', ''));
    expect(orgUnits).toBeNull();
  });

  it('says of every fault in which file, line and column it stands, in the order of the file', async () => {
    const text = STRATEGY.replace('"Digital 2030"', '""').replace('"key": "innovation",', '');
    const units = `${UNITS}office,it,IT,,dez-9\n`;
    expect(await refusalOf(sourceOf(text, units))).toEqual([
      'strategy.json:2:57  /strategy/title/de  is empty',
      'strategy.json:4:20  /actionFields/0/key  is missing',
      'units.csv:3  name  is missing',
      'units.csv:3  parent_key  no unit has the key "dez-9"',
    ]);
  });

  it('says where a file stops being JSON', async () => {
    expect(await refusalOf(sourceOf('{\n  "strategy" {} }'))).toEqual([
      'strategy.json:2:14  ":" expected here',
    ]);
  });

  it('refuses a member that stands twice', async () => {
    const text = STRATEGY.replace('"key": "openness"', '"key": "openness", "key": "open"');
    expect(await refusalOf(sourceOf(text))).toEqual([
      'strategy.json:3:52  /designPrinciples/0/key  stands twice in its object',
    ]);
  });

  it('refuses files of another encoding', async () => {
    expect(await refusalOf(sourceOf(Buffer.from('{ "Straße": 1 }', 'latin1')))).toEqual([
      'strategy.json  the file is not written in UTF-8',
    ]);
    expect(
      await refusalOf(sourceOf(STRATEGY, Buffer.from(UNITS + 'office,x,X,Straße,\n', 'latin1'))),
    ).toEqual(['units.csv  the file is not written in UTF-8']);
  });

  it('says that a file can not be read', async () => {
    expect(await refusalOf(openSource('/nowhere/strategy.json'))).toEqual([
      'strategy.json  the file can not be read: ENOENT',
    ]);
    const beside = { name: 'strategy.json', bytes: Buffer.from(STRATEGY) };
    const notThere = Object.assign(new Error('not there'), { code: 'ENOENT' });
    expect(await refusalOf(readSource({ ...beside, readBeside: () => Promise.reject(notThere) }))).toEqual([
      'units.csv  the file can not be read: ENOENT',
    ]);
  });

  it('takes a table with semicolons, a byte order mark, quotes and empty lines', async () => {
    const units =
      '\ufeffkind;key;short_name;name;parent_key\r\n\r\noffice;kvvh;KVVH;"Versorgung, ""Verkehr"" und\nHafen";\r\noffice;x;X;;\r\n';
    expect(await refusalOf(sourceOf(STRATEGY, units))).toEqual(['units.csv:5  name  is missing']);
  });

  it('says in which line a table stops being one', async () => {
    expect(await refusalOf(sourceOf(STRATEGY, `${UNITS}office,x,"X,Amt,\n`))).toEqual([
      expect.stringMatching(/^units\.csv:\d+ {2}the table can not be read: /),
    ]);
  });
});
