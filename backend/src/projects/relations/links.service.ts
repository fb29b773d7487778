import { Injectable } from '@nestjs/common';
import {
  AlreadyExists,
  type CommandAnswer,
  newId,
  NotFound,
  RuleViolated,
  type Tx,
} from '../../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../project-commands.js';
import type { LinkKind } from '../project.enums.js';
import { projectKey } from '../project-roots.js';
import { LinkClosesCircle } from '../projects.errors.js';
import { ProjectLink } from './project-link.entity.js';

/** A link of a project to another one, by id or number. */
export interface LinkInput {
  otherProject: string;
  kind: LinkKind;
}

/** Links projects with each other. */
@Injectable()
export class LinksService {
  constructor(private readonly commands: ProjectCommands) {}

  /**
   * Says that the project depends on another one, or is a part of it; answers with the id of the link.
   *
   * @throws LinkClosesCircle, RuleViolated (422), AlreadyExists (409)
   */
  add(target: ProjectTarget, { otherProject, kind }: LinkInput): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'project.add-link', may: 'edit' }, async (tx, project) => {
      const otherProjectId = await idOf(tx, otherProject);
      await oneLinkAtATime(tx);
      const [same] = await tx.query(
        'select 1 from project_link where project_id = $1 and other_project_id = $2 and kind = $3',
        [project.id, otherProjectId, kind],
      );
      if (same !== undefined) throw new AlreadyExists('link', '/otherProject');
      if (await leadsTo(tx, { from: otherProjectId, to: project.id, kind })) throw new LinkClosesCircle();
      const id = newId();
      await tx.insert(ProjectLink, { id, projectId: project.id, otherProjectId, kind });
      return id;
    });
  }

  /**
   * Removes a link from the project to another one.
   *
   * @throws NotFound (404)
   */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'project.remove-link', may: 'edit' }, async (tx, project) => {
      const removed = await tx.delete(ProjectLink, { id, projectId: project.id });
      if (removed === 0) throw new NotFound('link');
    });
  }
}

async function idOf(tx: Tx, ref: string): Promise<string> {
  const { column, value } = projectKey(ref);
  const [project] = await tx.query<{ id: string }>(`select id from project where ${column} = $1`, [value]);
  if (project === undefined)
    throw new RuleViolated([{ pointer: '/otherProject', code: 'reference-unknown' }]);
  return project.id;
}

/** Two links that are set at once could close a circle that neither of them sees; links are rare enough to wait. */
async function oneLinkAtATime(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('project_link'))`);
}

/** True when links of the kind lead from one project to the other, or the two are the same. */
async function leadsTo(
  tx: Tx,
  { from, to, kind }: { from: string; to: string; kind: LinkKind },
): Promise<boolean> {
  const [row] = await tx.query<{ found: boolean }>(
    `with recursive reached (id) as (
       select $1::uuid
       union
       select link.other_project_id from project_link link join reached on reached.id = link.project_id
        where link.kind = $3
     )
     select exists (select from reached where id = $2::uuid) as found`,
    [from, to, kind],
  );
  return row?.found ?? false;
}
