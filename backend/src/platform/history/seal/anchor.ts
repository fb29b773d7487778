import type { ClientBase } from 'pg';

/** A place in the chain that somebody noted where nobody with rights on the database can change it. */
export interface Anchor {
  rev: number;
  /** Hexadecimal. */
  head: string;
}

/**
 * Reads `r123:<hash>`.
 * @throws TypeError when it is something else
 */
export function parseAnchor(text: string): Anchor {
  const [, rev, head] = /^r(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (rev === undefined || head === undefined) throw new TypeError('an anchor reads r123:HASH');
  return { rev: Number(rev), head: head.toLowerCase() };
}

/** Says an anchor the way {@link parseAnchor} reads it. */
export function anchorName({ rev, head }: Anchor): string {
  return `r${rev}:${head}`;
}

/** Tells whether the chain still goes through the anchor. */
export async function checkAnchor(client: ClientBase, anchor: Anchor): Promise<string[]> {
  const { rows } = await client.query<{ head: string }>(
    `select encode(head, 'hex') as head from history.seal where rev = $1`,
    [anchor.rev],
  );
  if (rows[0]?.head === anchor.head) return [];
  const found = rows[0] === undefined ? 'there is no seal of it' : `its hash is ${rows[0].head}`;
  return [`anchor not found: r${anchor.rev} was noted as ${anchor.head}, but ${found}`];
}
