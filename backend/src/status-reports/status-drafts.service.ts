import { Injectable } from '@nestjs/common';
import { type Actor, Forbidden, NotFound, Transactions, type Tx } from '../platform/index.js';
import { mayDo, projectKey, type RightsOnProject } from '../projects/index.js';

/** Whose draft, for which project. */
export interface DraftTarget {
  /** Id or number. */
  ref: string;
  actor: Actor;
}

/** Commands on drafts: one per person and project, without history, hence without a version of the project. */
@Injectable()
export class StatusDraftsService {
  constructor(private readonly transactions: Transactions) {}

  /** @throws NotFound, Forbidden */
  async save(target: DraftTarget, content: object): Promise<void> {
    await this.change('status-draft.save', target, async (tx, projectId) => {
      await tx.query(
        `insert into status_draft (project_id, person_id, content) values ($1, $2, $3)
         on conflict (project_id, person_id) do update set content = excluded.content, saved_at = now()`,
        [projectId, target.actor.personId, JSON.stringify(content)],
      );
    });
  }

  /** Throws the draft away; there need not be one. @throws NotFound, Forbidden */
  async discard(target: DraftTarget): Promise<void> {
    await this.change('status-draft.discard', target, async (tx, projectId) => {
      await tx.query('delete from status_draft where project_id = $1 and person_id = $2', [
        projectId,
        target.actor.personId,
      ]);
    });
  }

  private async change(
    command: string,
    { ref, actor }: DraftTarget,
    work: (tx: Tx, projectId: string) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run({ command, actor }, async (tx) => {
      const project = await projectOf(tx, ref);
      if (!mayDo(actor, project, 'status')) throw new Forbidden('project.status');
      await work(tx, project.id);
    });
  }
}

async function projectOf(tx: Tx, ref: string): Promise<RightsOnProject & { id: string }> {
  const { column, value } = projectKey(ref);
  const [project] = await tx.query<RightsOnProject & { id: string }>(
    `select p.id, p.office_id as "officeId",
            array(select person_id from project_person where project_id = p.id) as "personIds"
       from project p where p.${column} = $1`,
    [value],
  );
  if (project === undefined) throw new NotFound('project');
  return project;
}
