import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, Transactions, type Tx } from '../../platform/index.js';
import { projectKey } from '../../projects/index.js';
import { Watch } from './watch.entity.js';

/** What somebody wants to hear of; without history, hence without a version of the project. */
@Injectable()
export class WatchingService {
  constructor(private readonly transactions: Transactions) {}

  /** Watches a project; nothing happens when the person does already. @throws NotFound (404) */
  async watch(actor: Actor, ref: string): Promise<void> {
    await this.transactions.run({ command: 'watch.begin', actor }, async (tx) => {
      await tx.query('insert into watch (person_id, project_id) values ($1, $2) on conflict do nothing', [
        actor.personId,
        await projectId(tx, ref),
      ]);
    });
  }

  /** Watches a project no more; nothing happens when the person did not. @throws NotFound (404) */
  async unwatch(actor: Actor, ref: string): Promise<void> {
    await this.transactions.run({ command: 'watch.end', actor }, async (tx) => {
      await tx.delete(Watch, { personId: actor.personId, projectId: await projectId(tx, ref) });
    });
  }
}

async function projectId(tx: Tx, ref: string): Promise<string> {
  const { column, value } = projectKey(ref);
  const [project] = await tx.query<{ id: string }>(`select id from project where ${column} = $1`, [value]);
  if (project === undefined) throw new NotFound('project');
  return project.id;
}
