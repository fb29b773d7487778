import { parseAnchor } from '../../backend/src/platform/index';
import {
  historyOfTwoOffices,
  OFFICE,
  OTHER_OFFICE,
  type SealedHistory,
  sealedHistory,
} from '../support/sealed-history';

describe('a sealed history', () => {
  let history: SealedHistory;
  let putBack: () => Promise<void>;

  beforeAll(async () => {
    history = await sealedHistory();
    await historyOfTwoOffices(history);
    await history.seal();
    putBack = await history.note();
  });
  afterEach(() => putBack());
  afterAll(() => history.drop());

  it('is whole as long as nobody touches it', async () => {
    expect(await history.verify()).toEqual({
      sealedUpTo: 5,
      unsealed: 0,
      versions: 6,
      head: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      faults: [],
    });
  });

  it('says how much is not sealed yet, and seals the same to the same hash', async () => {
    await history.client.query(`update org_unit set name = 'Amt A4'`);
    expect(await history.verify()).toMatchObject({ sealedUpTo: 5, unsealed: 1, faults: [] });
    const { head } = await history.seal();
    expect(await history.verify()).toMatchObject({ sealedUpTo: 6, unsealed: 0, faults: [], head });
    await history.tamper('delete from history.seal where rev > 2');
    expect((await history.seal()).head).toBe(head);
    expect(await history.faults()).toEqual([]);
  });

  it.each([
    {
      what: 'a version that was altered',
      sql: `update history.org_unit set name = 'Amt X' where from_rev = 2`,
      faults: [`altered: org_unit ${OFFICE} version r2`],
    },
    {
      what: 'a version whose empty column was filled',
      sql: `update history.org_unit set valid_to = '2030-01-01' where from_rev = 2`,
      faults: [`altered: org_unit ${OFFICE} version r2`],
    },
    {
      what: 'a version that was removed',
      sql: `delete from history.org_unit where from_rev = 2`,
      faults: [`removed: org_unit ${OFFICE} version r2`],
    },
    {
      what: 'the newest version when it was removed, which the live row shows as well',
      sql: `delete from history.org_unit where from_rev = 5`,
      faults: [
        `removed: org_unit ${OFFICE} version r5`,
        `live row differs from its open version: org_unit ${OFFICE}`,
      ],
    },
    {
      what: 'a version that was put in',
      sql: `insert into history.org_unit (from_rev, to_rev, id, key, kind, short_name, name)
            select 4, 5, '${OTHER_OFFICE}', key, kind, short_name, name from history.org_unit where from_rev = 3 and key = 'b'`,
      faults: [`inserted: org_unit ${OTHER_OFFICE} version r4`],
    },
    {
      what: 'a version that was put in for a revision to come',
      sql: `insert into history.org_unit (from_rev, to_rev, id, key, kind, short_name, name)
            select 7, 8, '${OTHER_OFFICE}', key, kind, short_name, name from history.org_unit where from_rev = 3 and key = 'b'`,
      faults: [
        `inserted: org_unit ${OTHER_OFFICE} version r7`,
        `closing altered: org_unit ${OTHER_OFFICE} version r7`,
      ],
    },
    {
      what: 'a version that was given to another row',
      sql: `update history.org_unit set id = '${OTHER_OFFICE}' where from_rev = 5`,
      faults: [
        `removed: org_unit ${OFFICE} version r5`,
        `inserted: org_unit ${OTHER_OFFICE} version r5`,
        `live row differs from its open version: org_unit ${OFFICE}`,
        `live row differs from its open version: org_unit ${OTHER_OFFICE}`,
      ],
    },
    {
      what: 'a later end of a version',
      sql: `update history.org_unit set to_rev = 5 where from_rev = 3 and key = 'b'`,
      faults: [
        `closing altered: org_unit ${OTHER_OFFICE} version r3 says that it was closed by r5, but r4 has closed it`,
      ],
    },
    {
      what: 'a deleted row that was brought back',
      sql: `update history.org_unit set to_rev = 9223372036854775807 where from_rev = 3 and key = 'b'`,
      faults: [
        `closing altered: org_unit ${OTHER_OFFICE} version r3 says that it is open, but r4 has closed it`,
        `live row differs from its open version: org_unit ${OTHER_OFFICE}`,
      ],
    },
    {
      what: 'a row that seems to be deleted',
      sql: `update history.org_unit set to_rev = 5 where from_rev = 5`,
      faults: [
        `closing altered: org_unit ${OFFICE} version r5 says that it was closed by r5, but no revision has closed it`,
        `live row differs from its open version: org_unit ${OFFICE}`,
      ],
    },
    {
      what: 'a change record with another author',
      sql: `update change set actor_id = '${OFFICE}' where rev = 3`,
      faults: ['altered: change r3'],
    },
    {
      what: 'a change record with another time',
      sql: `update change set at = at + interval '1 microsecond' where rev = 5`,
      faults: ['altered: change r5'],
    },
    {
      what: 'a change record that was removed',
      sql: `delete from change where rev = 4`,
      faults: ['removed: change r4'],
    },
    {
      what: 'a change record that was put in where a number was free',
      sql: `insert into change (rev, at, command, source) values (0, '2020-01-01', 'x', 'x')`,
      faults: ['inserted: change r0'],
    },
    {
      what: 'a seal with another hash, at itself and at the next one',
      sql: `update history.seal set head = sha256('x') where rev = 3`,
      faults: ['altered: seal of r3', 'altered: seal of r4'],
    },
    {
      what: 'a seal that was removed',
      sql: `delete from history.seal where rev = 3`,
      faults: ['missing: seal of r3'],
    },
    {
      what: 'the newest seal that was removed, as long as it was not made again',
      sql: `delete from history.seal where rev = 5`,
      faults: ['missing: seal of r5, of which leaves are left'],
    },
    {
      what: 'a leaf that was removed',
      sql: `delete from history.seal_leaf where rev = 2`,
      faults: [
        'altered: seal of r2',
        `inserted: org_unit ${OFFICE} version r2`,
        `closing altered: org_unit ${OFFICE} version r1 says that it was closed by r2, but no revision has closed it`,
      ],
    },
    {
      what: 'a layout that leaves out a column',
      sql: `update history.seal_layout set columns = array_remove(columns, 'name') where tracked = 'org_unit'`,
      faults: ['altered: seal of r1', ...[1, 2, 3, 5, 1, 3].map(() => expect.any(String) as unknown)],
    },
    {
      what: 'a live row that was altered behind the triggers',
      sql: `update org_unit set name = 'Amt X'`,
      faults: [`live row differs from its open version: org_unit ${OFFICE}`],
    },
  ])('shows $what', async ({ sql, faults }) => {
    await history.tamper(sql);
    expect(await history.faults()).toEqual(faults);
  });

  it('shows a version that was altered together with its leaf by the seal', async () => {
    await history.tamper(`update history.org_unit set name = 'Amt X' where from_rev = 2`);
    await history.tamper(`
      update history.seal_leaf set opened = (
        select sha256(convert_to('org_unit ' || (to_jsonb(v) - 'from_rev' - 'to_rev')::text, 'UTF8'))
          from history.org_unit v where from_rev = 2) where rev = 2`);
    expect(await history.faults()).toEqual(['altered: seal of r2']);
  });

  it('that was rewritten together with all seals is found by an anchor that was noted before', async () => {
    const { head } = await history.verify();
    const anchor = parseAnchor(`r5:${head}`);
    expect((await history.verify({ anchor })).faults).toEqual([]);
    await history.tamper(`update history.org_unit set name = 'Amt X' where from_rev = 2`);
    await history.tamper('delete from history.seal');
    const rewritten = await history.seal();
    expect(await history.faults()).toEqual([]);
    expect((await history.verify({ anchor })).faults).toEqual([
      `anchor not found: r5 was noted as ${head}, but its hash is ${rewritten.head}`,
    ]);
    expect((await history.verify({ anchor: { rev: 9, head: rewritten.head } })).faults).toEqual([
      `anchor not found: r9 was noted as ${rewritten.head}, but there is no seal of it`,
    ]);
  });

  it('names a thousand faults of a kind and says that there are more', async () => {
    await history.client.query(`insert into org_unit (id, key, kind, short_name, name)
      select uuidv7(), 'k' || n, 'office', 'K', 'Amt ' || n from generate_series(1, 1200) n`);
    await history.seal();
    await history.tamper(`update history.org_unit set name = 'x' where from_rev > 5`);
    const altered = (await history.faults()).filter((fault) => fault.includes('altered: '));
    expect(altered).toHaveLength(1001);
    expect(altered.at(-1)).toContain('and more');
  });
});
