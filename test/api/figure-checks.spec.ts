import { useMoney } from '../support/budget';
import { faultsOf } from '../support/faults';
import { aProject, ifMatch } from '../support/projects';

interface Figure {
  id: string;
  amountCents: number;
  reportedAt: string | null;
  checkedAt: string | null;
  checkedBy: string | null;
  isChecked: boolean;
}

const PARTS = [
  { part: 'needs', key: 'needs', change: { amountCents: 1 } },
  { part: 'counter-fundings', key: 'counterFundings', change: { secured: true } },
] as const;

describe('figures that leads report and finance checks', () => {
  const money = useMoney();
  const check = (ids?: string[], by = money.finance) =>
    money.project.send('POST', '/figure-checks', ids === undefined ? {} : { ids }, by);

  describe.each(PARTS)('$part', ({ part, key, change }) => {
    const valid = (): object => (part === 'needs' ? money.aNeed() : money.aCounterFunding());
    const figure = async (query = ''): Promise<Figure | undefined> =>
      (await money.budget(query))[key][0] as Figure | undefined;

    it('are reported when they are stated, and checked when finance says so; both dates stay', async () => {
      const { id } = await money.add(part, valid());
      const stated = await figure();
      expect(stated).toMatchObject({ checkedAt: null, checkedBy: null, isChecked: false });
      expect(Date.parse(stated?.reportedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
      const answer = await check([id]);
      expect(answer.status).toBe(201);
      const checked = await figure();
      expect(checked).toMatchObject({ isChecked: true, reportedAt: stated?.reportedAt });
      expect(checked?.checkedBy).toMatch(/\S/);
      expect(Date.parse(checked?.checkedAt ?? '')).toBeGreaterThanOrEqual(
        Date.parse(stated?.reportedAt ?? ''),
      );
    });

    it('are reported again when the lead changes them; when they were checked stays readable', async () => {
      const { id } = await money.add(part, valid());
      const { moment } = (await check()).body as { moment: string };
      const checked = await figure();
      expect((await money.project.send('PATCH', `/${part}/${id}`, change)).status).toBe(200);
      const again = await figure();
      expect(again).toMatchObject({ ...change, isChecked: false, checkedAt: checked?.checkedAt });
      expect(Date.parse(again?.reportedAt ?? '')).toBeGreaterThan(Date.parse(checked?.reportedAt ?? ''));
      expect(await figure(`?asOf=${moment}`)).toEqual(checked);
    });

    it('stay checked when they are saved as they are', async () => {
      const { id } = await money.add(part, valid());
      await check();
      const checked = await figure();
      await money.project.send('PATCH', `/${part}/${id}`, valid());
      expect(await figure()).toEqual(checked);
    });

    it('that were entered before reports were noted say so, and can be checked', async () => {
      const { id } = await money.add(part, valid());
      const table = part === 'needs' ? 'need' : 'counter_funding';
      await money.database.query(`update ${table} set reported_at = null where id = $1`, [id]);
      expect(await figure()).toMatchObject({ reportedAt: null, isChecked: false });
      await check();
      expect(await figure()).toMatchObject({ reportedAt: null, isChecked: true });
    });
  });

  it('are checked one by one, or all that are not; what is checked stays so since when it was', async () => {
    const first = await money.add('needs', money.aNeed());
    await money.add('counter-fundings', money.aCounterFunding());
    await check([first.id]);
    const before = await money.budget();
    expect(before.counterFundings).toEqual([expect.objectContaining({ isChecked: false })]);
    await check();
    const after = await money.budget();
    expect(after.needs).toEqual(before.needs);
    expect(after.counterFundings).toEqual([expect.objectContaining({ isChecked: true })]);
  });

  it('can only be checked by finance, on the version that was seen, and on the project they belong to', async () => {
    const { id } = await money.add('needs', money.aNeed());
    const url = `${money.project.url}/figure-checks`;
    for (const person of [money.lead, money.office])
      expect((await check(undefined, person)).status).toBe(403);
    expect((await money.finance.send('POST', url, {})).status).toBe(428);
    expect((await money.finance.send('POST', url, {}, ifMatch(1))).status).toBe(412);
    const other = await aProject(money.lead);
    const foreign = await other.send('POST', '/figure-checks', { ids: [id] }, money.finance);
    expect(foreign.status).toBe(422);
    expect(faultsOf(foreign)).toEqual(['/ids reference-unknown']);
    expect((await check([])).status).toBe(400);
    expect((await money.budget()).needs).toEqual([expect.objectContaining({ isChecked: false })]);
  });
});
