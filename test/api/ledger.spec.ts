import { Client } from 'pg';
import { type ProjectBudget, useMoney } from '../support/budget';
import { aLedgerFile, csv, type LedgerFile, type LedgerImport } from '../support/ledger';
import { aProject, type TestProject } from '../support/projects';

interface Line {
  id: string;
  actualCents: number;
  committedCents: number;
  forecastCents: number | null;
  appropriationCents: number;
}

describe('reading in a file of the ledger', () => {
  const money = useMoney();
  let count = 0;
  let account: string;
  beforeEach(() => {
    count += 1;
    account = `7.${690000 + count}`;
  });

  const file = (content: string | Buffer): Promise<LedgerFile> =>
    aLedgerFile({ api: money.api, person: money.finance, sourceName: account }, content);
  const addLine = (changes: object = {}): Promise<{ id: string }> =>
    money.add('budget-lines', money.aLine({ accountAssignment: account, ...changes }), money.finance);
  async function lines(project: TestProject = money.project): Promise<Line[]> {
    const { body } = await money.finance.get<ProjectBudget>(`${project.url}/budget`);
    return body.lines as unknown as Line[];
  }
  const year = (): number => money.adopted.yearFrom;

  it('shows what would change, changes nothing until it is applied, and then all in one change', async () => {
    await addLine({ actualCents: 1_00 });
    const other = await aProject(money.lead);
    await other.send(
      'POST',
      '/budget-lines',
      money.aLine({ accountAssignment: `${account}.2` }),
      money.finance,
    );
    const ledger = await file(
      csv(
        'PSP-Element;Jahr;Ist;Obligo',
        `${account};${year()};1.234,56;10,00`,
        `${account}.2;${year()};99,99;`,
      ),
    );
    const checked = await ledger.check();
    expect(checked).toMatchObject({
      state: 'checked',
      fault: null,
      result: { rows: 2, changingRows: 2, unchangedRows: 0, rejectedRows: 0, lines: 2, projects: 2 },
    });
    expect((await ledger.changes()).find(({ firstRow }) => firstRow === 2)).toMatchObject({
      amounts: [
        { amount: 'committed', beforeCents: 0, afterCents: 10_00 },
        { amount: 'actual', beforeCents: 1_00, afterCents: 1_234_56 },
      ],
    });
    expect((await lines())[0]).toMatchObject({ actualCents: 1_00, committedCents: 0 });

    const before = await money.project.read();
    expect(await ledger.apply()).toMatchObject({ state: 'applied', appliedBy: expect.any(String) as string });
    expect((await lines())[0]).toMatchObject({ actualCents: 1_234_56, committedCents: 10_00 });
    expect((await lines(other))[0]).toMatchObject({ actualCents: 99_99, committedCents: 0 });
    expect((await money.project.read()).version).toBe(before.version + 1);
    const changes = await money.database.query<{ command: string; reason: string; source: string }>(
      `select command, reason, source from change where rev in
         (select from_rev from history.budget_line where account_assignment like $1 || '%' and actual_cents in (123456, 9999))`,
      [account],
    );
    expect(changes).toEqual([{ command: 'ledger.apply', reason: 'buchungen.csv', source: 'ledger' }]);
  });

  it('brings the list of projects up to date', async () => {
    await addLine();
    const ledger = await file(csv('PSP-Element;Jahr;Ist', `${account};${year()};50`));
    await ledger.check();
    await ledger.apply();
    const [row] = await money.database.query(
      'select actual_operating_cents::int as actual from project_overview where id = $1',
      [money.project.id],
    );
    expect(row).toEqual({ actual: 50_00 });
  });

  it('sums rows of the same account, year and kind', async () => {
    await addLine();
    const ledger = await file(
      csv(
        'PSP-Element;Jahr;Ist',
        `${account};${year()};100,10`,
        ` ${account} ;${year()};-0,10`,
        `${account};${year()};5,00`,
      ),
    );
    expect((await ledger.check()).result).toMatchObject({ rows: 3, changingRows: 3, lines: 1 });
    await ledger.apply();
    expect((await lines())[0]?.actualCents).toBe(105_00);
  });

  it('changes nothing the second time, and says that the file is known', async () => {
    await addLine();
    const content = csv('PSP-Element;Jahr;Ist', `${account};${year()};77,00`);
    const first = await file(content);
    await first.check();
    await first.apply();
    const revisions = await money.database.query('select max(rev) from change');
    const second = await file(content);
    expect(await second.read()).toMatchObject({ sameFile: { id: first.id } });
    expect((await second.check()).result).toMatchObject({ changingRows: 0, unchangedRows: 1, lines: 0 });
    await second.apply();
    expect(await money.database.query('select max(rev) from change')).toEqual(revisions);
    expect((await lines())[0]?.actualCents).toBe(77_00);
  });

  it('names each row that it can not use with the reason, on screen and as a file', async () => {
    await addLine();
    await addLine({ kind: 'capital' });
    const single = `${account}.1`;
    await addLine({ accountAssignment: single });
    const ledger = await file(
      csv(
        'Kontierung;Jahr;Ist;Ansatz',
        `9.999;${year()};1,00;`,
        `${single};2099;1,00;`,
        `${account};${year()};1,00;`,
        `;${year()};1,00;`,
        `${single};bald;1,00;`,
        `${single};${year()};93,2 %;`,
        `${single};${year()};31.12.2024;`,
        `${single};${year()};=1+1;`,
        `${single};${year()};1,234;`,
        `${single};${year()};;`,
        `${single};${year()};1.2.3;`,
        `${single};${year()};;-5,00`,
      ),
    );
    expect((await ledger.check()).result).toMatchObject({ rows: 12, rejectedRows: 12, lines: 0 });
    expect((await ledger.rows()).map(({ number, fault }) => [number, fault])).toEqual([
      [2, 'account-unknown'],
      [3, 'no-line-that-year'],
      [4, 'several-lines'],
      [5, 'key-missing'],
      [6, 'year-unreadable'],
      [7, 'amount-is-percent'],
      [8, 'amount-is-date'],
      [9, 'amount-is-formula'],
      [10, 'amount-too-precise'],
      [11, 'no-amount'],
      [12, 'amount-unreadable'],
      [13, 'sum-negative'],
    ]);
    const { body, headers } = await money.finance.get<string>(
      `/api/v1/ledger-imports/${ledger.id}/rows?outcome=rejected&format=csv`,
    );
    expect(headers['content-disposition']).toMatch(/attachment/);
    const written = body.split('\r\n');
    expect(written).toHaveLength(14);
    expect(written[0]).toBe('\ufeffZeile;Grund;Kontierung;Jahr;Ist;Ansatz');
    // What a spreadsheet would run is text there.
    expect(written[8]).toBe(`9;Formel statt Betrag;${single};${year()};'=1+1;`);
  });

  it('is undone as a new change, but for what somebody changed since', async () => {
    await addLine({ actualCents: 5_00 });
    await addLine({ accountAssignment: `${account}.1`, forecastCents: null });
    const third = await addLine({ accountAssignment: `${account}.2` });
    const ledger = await file(
      csv(
        'PSP;Jahr;Ist;Prognose',
        `${account};${year()};10,00;20,00`,
        `${account}.1;${year()};30,00;40,00`,
        `${account}.2;${year()};50,00;`,
      ),
    );
    await ledger.check();
    await ledger.apply();
    const changed = (await lines()).find(({ actualCents }) => actualCents === 10_00);
    await money.project.send(
      'PATCH',
      `/budget-lines/${changed?.id}`,
      { forecastCents: 21_00 },
      money.finance,
    );
    await money.project.send('DELETE', `/budget-lines/${third.id}`, undefined, money.finance);
    expect(await ledger.undo()).toMatchObject({
      state: 'undone',
      undo: { restored: 1, changedSince: 1, lineRemoved: 1 },
    });
    const after = await lines();
    expect(after.map(({ actualCents, forecastCents }) => [actualCents, forecastCents]).toSorted()).toEqual([
      [0, null],
      [5_00, 21_00],
    ]);
    expect(await ledger.changes('&undo=changed-since')).toHaveLength(1);
    expect(await money.database.query(`select from change where command = 'ledger.undo'`)).toHaveLength(1);
  });

  it('is looked at again instead of applied when a line changed since the check', async () => {
    const { id } = await addLine();
    const ledger = await file(csv('PSP;Jahr;Ist', `${account};${year()};10,00`));
    await ledger.check();
    await money.project.send('PATCH', `/budget-lines/${id}`, { actualCents: 3_00 }, money.finance);
    expect(await ledger.apply()).toMatchObject({ state: 'checked', fault: 'lines-changed', appliedAt: null });
    expect((await lines())[0]?.actualCents).toBe(3_00);
    expect(await ledger.changes()).toMatchObject([{ amounts: [{ beforeCents: 3_00, afterCents: 10_00 }] }]);
    expect(await ledger.apply()).toMatchObject({ state: 'applied', fault: null });
    expect((await lines())[0]?.actualCents).toBe(10_00);
  });

  it('is given back unchanged when the work breaks off, and can be applied and undone after that', async () => {
    await addLine();
    const ledger = await file(csv('PSP;Jahr;Ist', `${account};${year()};10,00`));
    await ledger.check();
    const owner = new Client({ connectionString: money.database.ownerUrl });
    await owner.connect();
    const whileBroken = async (work: () => Promise<LedgerImport>): Promise<LedgerImport> => {
      await owner.query(`
        create function broken() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
        create trigger broken before update on budget_line for each row execute function broken()`);
      const after = await work();
      await owner.query('drop trigger broken on budget_line; drop function broken()');
      return after;
    };
    const first = (await lines())[0]?.actualCents;
    expect(await whileBroken(() => ledger.apply())).toMatchObject({ state: 'checked', fault: 'broken-off' });
    expect((await lines())[0]?.actualCents).toBe(first);
    expect(await ledger.apply()).toMatchObject({ state: 'applied', fault: null });
    expect(await whileBroken(() => ledger.undo())).toMatchObject({ state: 'applied', fault: 'broken-off' });
    expect((await lines())[0]?.actualCents).toBe(10_00);
    expect(await ledger.undo()).toMatchObject({ state: 'undone', fault: null });
    expect((await lines())[0]?.actualCents).toBe(first);
    await owner.end();
  });

  it('says while it is applied how far that is', async () => {
    const { id } = await addLine();
    const ledger = await file(csv('PSP;Jahr;Ist', `${account};${year()};10,00`));
    await ledger.check();
    const owner = new Client({ connectionString: money.database.ownerUrl });
    await owner.connect();
    await owner.query('begin');
    await owner.query('select from budget_line where id = $1 for update', [id]);
    const applied = ledger.apply();
    let seen = await ledger.read();
    for (let turn = 0; turn < 100 && (seen.state !== 'applying' || seen.progress === 0); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      seen = await ledger.read();
    }
    expect([seen.state, seen.progress]).toEqual(['applying', 10]);
    await owner.query('commit');
    await owner.end();
    expect(await applied).toMatchObject({ state: 'applied', progress: 100 });
  });
});
