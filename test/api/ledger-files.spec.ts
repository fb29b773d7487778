import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre';
import { Jobs } from '../../backend/src/platform/index';
import { useMoney } from '../support/budget';
import { aLedgerFile, csv, type LedgerFile, sendFile, XLSX } from '../support/ledger';
import { aProject, ifMatch } from '../support/projects';

const SCHOOLS = path.resolve(
  import.meta.dirname,
  '../support/ledger/it-moderne-schule-plan-actual-2019-2024.csv',
);
const FIELDS = [
  'HF1 - Internetanbindung',
  'HF2 - Infrastruktur',
  'HF3 - Präsentationsgeräte',
  'HF4 - Endgeräte',
  'HF5 - Support',
];

describe('files of the ledger as cities write them', () => {
  const money = useMoney();
  let count = 0;
  let account: string;
  beforeEach(() => {
    count += 1;
    account = `5.${500000 + count}`;
  });
  const by = () => ({ api: money.api, person: money.finance, sourceName: account });
  const addLine = (changes: object = {}): Promise<{ id: string }> =>
    money.add('budget-lines', money.aLine({ accountAssignment: account, ...changes }), money.finance);

  it('a report without accounts and years goes in by name, and its sum that is one euro off is told', async () => {
    // By the name of the project, by that of a line, and without the sign before it.
    const whole = await aProject(money.lead, { title: FIELDS[0] });
    await whole.send(
      'POST',
      '/budget-lines',
      money.aLine({ kind: 'capital', appropriationCents: 7_00 }),
      money.finance,
    );
    for (const note of [FIELDS[1], 'HF3 – präsentationsgeräte', 'Endgeräte', FIELDS[4]])
      await addLine({ kind: 'capital', accountAssignment: null, note });
    const ledger = await aLedgerFile(by(), readFileSync(SCHOOLS));
    const read = await ledger.read();
    expect(read).toMatchObject({
      fault: null,
      detected: { encoding: 'utf-8', delimiter: ';', numbers: 'german', headerRow: 1 },
      mapping: { matchBy: 'name', keyColumn: 'Projektfeld', year: null },
    });
    expect((await ledger.send('check')).body).toMatchObject({
      code: 'ledger.mapping-refused',
      errors: [{ pointer: '/mapping/year', code: 'ledger-year-missing' }],
    });
    const { id: budgetId, yearFrom: year } = money.adopted;
    expect((await ledger.setUp({ mapping: { year, kind: 'capital', budgetId } })).status).toBe(200);
    const { result } = await ledger.check();
    expect(result).toMatchObject({ rows: 5, changingRows: 5, rejectedRows: 0, lines: 5, projects: 2 });
    expect(result.totals).toEqual([
      {
        amount: 'appropriation',
        rowsCents: 34_574_200_00,
        matchedCents: 34_574_200_00,
        rejectedCents: 0,
        fileCents: 34_574_200_00,
        differenceCents: 0,
      },
      {
        amount: 'actual',
        rowsCents: 34_698_206_00,
        matchedCents: 34_698_206_00,
        rejectedCents: 0,
        fileCents: 34_698_207_00,
        differenceCents: 1_00,
      },
    ]);
    await ledger.apply();
    // A plan of 0 is a plan: it sets what was 7 euro.
    const { body } = await money.finance.get<{ lines: object[] }>(`${whole.url}/budget`);
    expect(body.lines).toMatchObject([{ appropriationCents: 0, actualCents: 2_428_894_00 }]);
  });

  it('a column of percentages is no column of amounts', async () => {
    await addLine({ accountAssignment: null, note: 'HF1 - Netz' });
    const ledger = await aLedgerFile(by(), readFileSync(SCHOOLS));
    await ledger.setUp({
      mapping: {
        year: money.adopted.yearFrom,
        amounts: { actual: null, appropriation: null, forecast: 'Zielerreichung' },
      },
    });
    await ledger.check();
    expect((await ledger.rows('&outcome=rejected')).map(({ fault }) => fault)).toEqual(
      FIELDS.map(() => 'amount-is-percent'),
    );
  });

  it('Windows-1252, a comma and international numbers are found, and can be put right by hand', async () => {
    await addLine({ accountAssignment: `${account} Ü` });
    const text = `Kontierung,Jahr,Ist\r\n${account} Ü,${money.adopted.yearFrom},"1,234.50"\r\n`;
    const ledger = await aLedgerFile(by(), Buffer.from(text, 'latin1'));
    expect(await ledger.read()).toMatchObject({
      detected: { encoding: 'windows-1252', delimiter: ',', numbers: 'international', isMarked: false },
      sample: [[`${account} Ü`, String(money.adopted.yearFrom), '1,234.50']],
    });
    await ledger.setUp({ format: { encoding: 'utf-8' } });
    expect((await ledger.read()).sample[0]?.[0]).toBe(`${account} \ufffd`);
    await ledger.setUp({ format: { encoding: 'windows-1252', delimiter: ';' } });
    expect((await ledger.read()).columns).toEqual(['Kontierung,Jahr,Ist']);
    await ledger.setUp({
      format: { delimiter: ',' },
      mapping: { keyColumn: 'Kontierung', yearColumn: 'Jahr', amounts: { actual: 'Ist' } },
    });
    await ledger.check();
    expect(await ledger.changes()).toMatchObject([{ amounts: [{ amount: 'actual', afterCents: 1_234_50 }] }]);
  });

  it.each([
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s is read', async (_, encode) => {
    await addLine({ accountAssignment: `${account}.Ä` });
    const ledger = await aLedgerFile(
      by(),
      encode(`Kontierung;Jahr;Ist\r\n${account}.ä;${money.adopted.yearFrom};5,00\r\n`),
    );
    expect(await ledger.read()).toMatchObject({
      detected: { isMarked: true },
      columns: ['Kontierung', 'Jahr', 'Ist'],
    });
    expect((await ledger.check()).result).toMatchObject({ lines: 1 });
  });

  it('a workbook is read, its numbers as numbers, its text as text, below its title', async () => {
    await addLine({ accountAssignment: '0017006210', year: money.adopted.yearTo });
    await addLine();
    const content = await writeXlsx({
      sheets: [
        { name: 'Deckblatt', rows: [['Bericht']] },
        {
          name: 'Daten',
          rows: [
            ['Auszug'],
            [],
            ['Kostenstelle', 'Jahr', 'Ist', 'Obligo'],
            [17006210, money.adopted.yearTo, 1234.56, null],
            [account, new Date(`${money.adopted.yearFrom}-12-31`), '=1+1', 5],
            ['Summen', null, 1234.56, 5],
          ],
        },
      ],
    });
    const ledger = await aLedgerFile(by(), Buffer.from(content), { type: XLSX, fileName: 'auszug.xlsx' });
    expect(await ledger.read()).toMatchObject({ fileType: 'xlsx' });
    await ledger.setUp({ format: { sheet: 2, headerRow: 3 } });
    expect((await ledger.read()).columns).toEqual(['Kostenstelle', 'Jahr', 'Ist', 'Obligo']);
    await ledger.setUp({
      mapping: {
        keyColumn: 'Kostenstelle',
        matchBy: 'account',
        yearColumn: 'Jahr',
        amounts: { actual: 'Ist', committed: 'Obligo' },
      },
    });
    const { result } = await ledger.check();
    expect(result.totals.map(({ amount, differenceCents }) => [amount, differenceCents])).toEqual([
      ['committed', 0],
      ['actual', 0],
    ]);
    expect((await ledger.rows()).map(({ number, outcome, fault }) => [number, outcome, fault])).toEqual([
      [4, 'changes', null],
      [5, 'rejected', 'amount-is-formula'],
      [6, 'total', null],
    ]);
  });

  it.each([
    ['nothing', '', 'file-empty'],
    ['bytes that are no text', Buffer.from([1, 2, 3, 0, 5]), 'file-binary'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'file-old-excel'],
    ['a damaged workbook', Buffer.from('PK\u0003\u0004 and no more'), 'sheet-missing'],
    ['headings alone', 'Kontierung;Jahr;Ist\r\n', 'file-no-rows'],
    ['numbers alone', '1,00;2,00\r\n3,00;4,00\r\n', 'file-no-table'],
    ['one line of ten megabytes', Buffer.alloc(10_485_760, 'x;'), 'too-many-columns'],
  ])('%s is received and told what is wrong with it', async (_, content, fault) => {
    const ledger = await aLedgerFile(by(), content);
    expect(await ledger.read()).toMatchObject({ state: 'draft', fault });
    expect((await ledger.send('check')).status).toBe(422);
  });

  it('a line of ten megabytes further down stops the check and changes nothing', async () => {
    const long = Buffer.alloc(10_485_760, 'x');
    const rows = csv('Kontierung;Jahr;Ist', ...Array.from({ length: 80 }, (_, n) => `${n};2024;1,00`));
    const ledger = await aLedgerFile(by(), Buffer.concat([Buffer.from(rows), long]));
    expect(await ledger.check()).toMatchObject({ state: 'draft', fault: 'line-too-long', result: null });
  });

  it('a file that is larger than allowed is refused, and another can come in its place', async () => {
    const small = await aLedgerFile(by(), csv('Kontierung;Jahr;Ist', `${account};2024;1,00`));
    expect((await small.read()).state).toBe('draft');
    const answer = await sendFile(by(), Buffer.alloc(53_000_000, 65));
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([
      413,
      'ledger.file-too-large',
    ]);
    expect(await money.database.query(`select from ledger_import where state = 'receiving'`)).toEqual([]);
    expect((await sendFile(by(), 'x', { type: 'text/plain' })).status).toBe(415);
  }, 30_000);
});

describe('who reads in files of the ledger', () => {
  const money = useMoney();
  const file = (): Promise<LedgerFile> =>
    aLedgerFile({ api: money.api, person: money.finance }, csv('Kontierung;Jahr;Ist', '4711;2024;1,00'));

  it('is finance alone; others do not learn that a file exists', async () => {
    const ledger = await file();
    for (const person of [money.lead, money.office])
      for (const url of ['', `/${ledger.id}`, `/${ledger.id}/rows`, `/${ledger.id}/changes`])
        expect((await person.get(`/api/v1/ledger-imports${url}`)).status).toBe(403);
    expect(
      (await money.finance.get('/api/v1/ledger-imports/0190f3a4-0000-7000-8000-000000000000/rows')).status,
    ).toBe(404);
  });

  it('names the version: of two who apply at once one is told that the other was faster', async () => {
    await money.add('budget-lines', money.aLine({ accountAssignment: '4711.9' }), money.finance);
    const ledger = await aLedgerFile(
      { api: money.api, person: money.finance },
      csv('Kontierung;Jahr;Ist', `4711.9;${money.adopted.yearFrom};1,00`),
    );
    const { version } = await ledger.check();
    const url = `/api/v1/ledger-imports/${ledger.id}/apply`;
    const answers = await Promise.all(
      [1, 2].map(() => money.finance.send('POST', url, undefined, ifMatch(version))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 412]);
    await Promise.all([1, 2].map(() => money.api.app.get(Jobs).workOff('ledger')));
    expect(await ledger.read()).toMatchObject({ state: 'applied' });
    expect((await ledger.send('apply')).status).toBe(409);
    expect(
      (
        await money.finance.send(
          'DELETE',
          `/api/v1/ledger-imports/${ledger.id}`,
          undefined,
          ifMatch((await ledger.read()).version),
        )
      ).status,
    ).toBe(409);
  });

  it('can put a file away that changed nothing', async () => {
    const ledger = await file();
    const { version } = await ledger.read();
    const answer = await money.finance.send(
      'DELETE',
      `/api/v1/ledger-imports/${ledger.id}`,
      undefined,
      ifMatch(version),
    );
    expect(answer.status).toBe(200);
    expect(await money.database.query('select from ledger_chunk where import_id = $1', [ledger.id])).toEqual(
      [],
    );
  });
});
