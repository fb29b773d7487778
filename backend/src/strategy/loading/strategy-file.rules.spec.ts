import type { Json, JsonObject } from './json-text.rules.js';
import { Findings } from './record-reader.rules.js';
import { readStrategyFile, type StrategyFile } from './strategy-file.rules.js';

const principle = (more: JsonObject = {}): JsonObject => ({
  key: 'openness',
  order: 1,
  title: { de: 'Offenheit' },
  ...more,
});
const aFile = (more: JsonObject = {}): JsonObject => ({
  strategy: { key: 'digital-2030', title: { de: 'Digital 2030', en: 'Digital 2030' } },
  designPrinciples: [principle()],
  actionFields: [{ key: 'innovation', title: { de: 'Innovation' } }],
  ...more,
});

function read(json: Json): { file: StrategyFile; faults: string[]; findings: Findings } {
  const findings = new Findings();
  const file = readStrategyFile(json, findings);
  return { file, findings, faults: findings.faults.map(({ pointer, code }) => `${pointer} ${code}`) };
}

const faultsOf = (more: JsonObject): string[] => read(aFile(more)).faults;

describe('reading a strategy file', () => {
  it('needs a strategy, its principles and its fields of action, and nothing else', () => {
    const { file, faults } = read(aFile());
    expect(faults).toEqual([]);
    expect(file.strategy).toMatchObject({
      key: 'digital-2030',
      edition: 1,
      adoptedOn: null,
      responsibleOffice: null,
    });
    expect(file).toMatchObject({
      corridorThemes: null,
      supportedGoals: null,
      agendas: null,
      councilBodies: null,
      orgUnits: null,
    });
  });

  it('names everything that an empty file lacks at once', () => {
    expect(read({}).faults).toEqual([
      '/strategy missing',
      '/designPrinciples missing',
      '/actionFields missing',
    ]);
  });

  it('tells a list that is empty from one that is not there', () => {
    expect(read(aFile({ supportedGoals: [] })).file.supportedGoals).toEqual([]);
    expect(faultsOf({ designPrinciples: [] })).toEqual(['/designPrinciples empty']);
  });

  it('says once that something is no object, and not that it lacks its members', () => {
    expect(read([]).faults[0]).toBe(' wrong-type');
    expect(faultsOf({ strategy: 'Digital 2030', actionFields: ['innovation'] })).toEqual([
      '/strategy wrong-type',
      '/actionFields/0 wrong-type',
    ]);
  });

  it('gives principles the weight 1 and the place in the list unless it is told otherwise', () => {
    const principles: JsonObject[] = [
      { key: 'a', title: { de: 'A' } },
      { key: 'b', title: { de: 'B' }, order: 7, weight: 3 },
    ];
    expect(read(aFile({ designPrinciples: principles })).file.designPrinciples).toMatchObject([
      { position: 1, weight: 1, question: null, levels: null },
      { position: 7, weight: 3 },
    ]);
  });

  it('takes titles of any alphabet, trimmed and in one form of Unicode', () => {
    const title = { de: '  Bu\u0308rgerservice – „einfach“  ', en: null };
    expect(read(aFile({ designPrinciples: [principle({ title })] })).file.designPrinciples[0]?.title).toEqual(
      {
        de: 'B\u00fcrgerservice – „einfach“',
        en: null,
      },
    );
  });

  it.each<[string, JsonObject, string]>([
    ['a title without German text', { title: { en: 'Openness' } }, '/title/de missing'],
    ['a title that is a plain text', { title: 'Offenheit' }, '/title wrong-type'],
    ['an empty title', { title: { de: ' ' } }, '/title/de empty'],
    ['a title that is too long', { title: { de: 'x'.repeat(301) } }, '/title/de too-long'],
    ['a null character', { title: { de: 'a\0b' } }, '/title/de null-character'],
    ['a key with capitals', { key: 'Openness' }, '/key key-malformed'],
    ['a weight of 0', { weight: 0 }, '/weight out-of-range'],
    ['a weight above 100', { weight: 101 }, '/weight out-of-range'],
    ['half a weight', { weight: 1.5 }, '/weight out-of-range'],
    ['a weight in words', { weight: 'high' }, '/weight out-of-range'],
    ['four levels', { levels: [1, 2, 3, 4].map((n) => ({ de: `Stufe ${n}` })) }, '/levels count-wrong'],
  ])('refuses a principle with %s', (_, more, fault) => {
    expect(faultsOf({ designPrinciples: [principle(more)] })).toEqual([`/designPrinciples/0${fault}`]);
  });

  it('refuses the second of two entries with one key or one place', () => {
    expect(faultsOf({ designPrinciples: [principle(), principle()] })).toEqual([
      '/designPrinciples/1/order order-twice',
      '/designPrinciples/1/key key-twice',
    ]);
    const theme = { key: 'mobility', title: { de: 'Mobilität' } };
    expect(faultsOf({ corridorThemes: [theme, theme] })).toEqual(['/corridorThemes/1/key key-twice']);
  });

  it('refuses an edition that does not count from 1', () => {
    const strategy = { key: 'digital-2030', title: { de: 'Digital 2030' }, edition: 0 };
    expect(faultsOf({ strategy })).toEqual(['/strategy/edition out-of-range']);
  });

  it('refuses days that are in no calendar, and validity that ends before it starts', () => {
    const title = { de: 'Mobilität' };
    expect(faultsOf({ corridorThemes: [{ key: 'a', title, validFrom: '2022-02-30' }] })).toEqual([
      '/corridorThemes/0/validFrom not-a-day',
    ]);
    expect(
      faultsOf({ corridorThemes: [{ key: 'a', title, validFrom: '2024-01-01', validTo: '2023-12-31' }] }),
    ).toEqual(['/corridorThemes/0/validTo ends-before-start']);
  });

  it('takes agendas of one or two years, and no longer ones', () => {
    const title = { de: 'Agenda' };
    const agendas: JsonObject[] = [
      { key: 'a', title, year: 2022 },
      { key: 'b', title, firstYear: 2023, lastYear: 2024 },
    ];
    expect(read(aFile({ agendas })).file.agendas).toMatchObject([
      { yearFrom: 2022, yearTo: 2022 },
      { yearFrom: 2023, yearTo: 2024 },
    ]);
    expect(faultsOf({ agendas: [{ key: 'a', title, firstYear: 2022, lastYear: 2024 }] })).toEqual([
      '/agendas/0/lastYear more-than-two-years',
    ]);
    expect(faultsOf({ agendas: [{ key: 'a', title }] })).toEqual(['/agendas/0/firstYear missing']);
  });

  it('knows the stages of a budget and the kinds of council bodies', () => {
    const title = { de: 'Etwas' };
    const budgets = [{ key: 'a', title, firstYear: 2024, lastYear: 2025, stage: 'wished-for' }];
    const councilBodies: JsonObject[] = [
      { key: 'a', title, kind: 'club' },
      { key: 'b', title },
    ];
    expect(faultsOf({ budgets, councilBodies })).toEqual([
      '/budgets/0/stage not-allowed',
      '/councilBodies/0/kind not-allowed',
      '/councilBodies/1/kind missing',
    ]);
  });

  it('names a council body by its title when it has no short name', () => {
    const councilBodies = [{ key: 'gemeinderat', title: { de: 'Gemeinderat' }, kind: 'council' }];
    expect(read(aFile({ councilBodies })).file.councilBodies).toMatchObject([{ shortName: 'Gemeinderat' }]);
  });

  it('counts what it did nothing with, so that a misspelt member is found', () => {
    const { findings } = read(aFile({ designPrinciples: [principle({ weigth: 3 })], coverSheet: {} }));
    expect(findings.unused()).toEqual({ coverSheet: 1, weigth: 1 });
  });
});
