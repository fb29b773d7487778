import type { ClientBase } from 'pg';
import { findings } from './findings.js';
import { BROKEN_LINKS, hashOf, keepsEarlier, type SealLayout } from './hashes.sql.js';

interface Sealed {
  sealedUpTo: number;
  layouts: readonly SealLayout[];
}

/** Compares the change records with their seals, and each seal with the one before it. */
export async function checkChanges(client: ClientBase, { sealedUpTo, layouts }: Sealed): Promise<string[]> {
  const ofChanges = layouts.filter(({ tracked }) => tracked === 'change');
  const altered: string[] = [];
  for (const [index, layout] of ofChanges.entries()) {
    const before = ofChanges[index + 1]?.sinceRev ?? sealedUpTo + 1;
    const sql = `
      select s.rev, v.rev is null as removed
        from history.seal s left join public.change v on v.rev = s.rev
       where s.rev >= $1 and s.rev < $2
         and (v.rev is null or ${hashOf(layout)} <> s.change or not ${keepsEarlier(ofChanges.slice(index))})
       order by s.rev`;
    altered.push(
      ...(await findings<{ rev: string; removed: boolean }>(
        client,
        { sql, values: [layout.sinceRev, before] },
        ({ rev, removed }) => `${removed ? 'removed' : 'altered'}: change r${rev}`,
      )),
    );
  }
  return [...(await checkLinks(client, sealedUpTo)), ...altered];
}

/**
 * A change without a seal was put in later when the chain closes over it; when the next seal does not fit the one before,
 * a seal is missing.
 */
async function checkLinks(client: ClientBase, sealedUpTo: number): Promise<string[]> {
  const { rows: broken } = await client.query<{ rev: string; previous: string }>(BROKEN_LINKS);
  const { rows: bare } = await client.query<{ rev: string }>(UNSEALED_WITHIN, [sealedUpTo]);
  const isInGap = (rev: number, link: { rev: string; previous: string }): boolean =>
    rev > Number(link.previous) && rev < Number(link.rev);
  const gaps = bare.map(({ rev }) => ({
    rev,
    missing: broken.find((link) => isInGap(Number(rev), link)),
  }));
  const explained = new Set(gaps.map(({ missing }) => missing));
  return [
    ...gaps.map(({ rev, missing }) => (missing ? `missing: seal of r${rev}` : `inserted: change r${rev}`)),
    ...broken.filter((link) => !explained.has(link)).map(({ rev }) => `altered: seal of r${rev}`),
    ...(await findings<{ rev: string }>(
      client,
      { sql: LEAVES_WITHOUT_SEAL },
      ({ rev }) => `missing: seal of r${rev}, of which leaves are left`,
    )),
  ];
}

const UNSEALED_WITHIN = `
  select rev::text from public.change c
   where rev <= $1 and not exists (select from history.seal s where s.rev = c.rev) order by c.rev`;

/** Of changes that are there or not; the ones within the chain that have a change are told by it already. */
const LEAVES_WITHOUT_SEAL = `
  select distinct rev::text, rev as place from history.seal_leaf l
   where not exists (select from history.seal s where s.rev = l.rev)
     and not (l.rev < (select max(rev) from history.seal) and exists (select from public.change c where c.rev = l.rev))
   order by place`;
