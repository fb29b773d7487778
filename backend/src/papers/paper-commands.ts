import { Injectable } from '@nestjs/common';
import {
  type Actor,
  ChangedMeanwhile,
  type CommandAnswer,
  Forbidden,
  NotFound,
  Transactions,
  type Tx,
} from '../platform/index.js';
import type { RightsOnProject } from '../projects/index.js';
import { mayEditPaper, readerOf } from './paper-rights.js';
import { IS_SEEN, RIGHTS_ON_PROJECTS } from './papers.sql.js';

/** Which paper a command is about, who gives it, and on which version of the paper. */
export interface PaperTarget {
  id: string;
  version: number;
  actor: Actor;
}

/** Runs commands on one paper: one transaction, the paper locked first, its version raised. */
@Injectable()
export class PaperCommands {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Runs the work on the locked paper. The answer names the record whose id the work returns, else the paper.
   *
   * @throws NotFound (404), also when the person may not see the paper, Forbidden (403), ChangedMeanwhile (412)
   */
  async run(
    { id, version, actor }: PaperTarget,
    command: string,
    work: (tx: Tx) => Promise<string | void>,
  ): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command, actor }, async (tx) => {
      const present = await lock(tx, { id, actor });
      if (present !== version) throw await changedMeanwhile(tx, { id, version: present });
      await tx.query('update paper set version = version + 1 where id = $1', [id]);
      return { id: (await work(tx)) ?? id, version: version + 1 };
    });
    return { ...value, moment };
  }
}

/** Locks the paper; answers with its version. */
async function lock(tx: Tx, { id, actor }: { id: string; actor: Actor }): Promise<number> {
  const { readsAll, personIds, officeIds } = readerOf(actor);
  const [locked] = await tx.query('select from paper where id = $1 for update', [id]);
  // Read after the lock is held: whoever held it before may have changed the projects.
  const [paper] =
    locked === undefined
      ? []
      : await tx.query<{ version: number; rights: RightsOnProject[] }>(
          `select version, ${RIGHTS_ON_PROJECTS} as rights from paper
            where paper.id = $4 and ${IS_SEEN}`,
          [readsAll, personIds, officeIds, id],
        );
  if (paper === undefined) throw new NotFound('paper');
  if (!mayEditPaper(actor, paper.rights)) throw new Forbidden('paper.edit');
  return paper.version;
}

async function changedMeanwhile(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<ChangedMeanwhile> {
  const [last] = await tx.query<{ changedBy: string | null; changedAt: string; command: string }>(
    `select person.display_name as "changedBy", change.at as "changedAt", change.command
       from history.paper kept
       join change on change.rev = kept.from_rev
       left join person on person.id = change.actor_id
      where kept.id = $1 and kept.to_rev = 9223372036854775807`,
    [id],
  );
  return new ChangedMeanwhile({ version, ...last });
}
