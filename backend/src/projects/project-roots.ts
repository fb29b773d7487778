import { Injectable } from '@nestjs/common';
import { type Actor, ChangedMeanwhile, Forbidden, isUuid, NotFound, type Tx } from '../platform/index.js';
import type { DeclaredBudgetState, Phase, ProjectRight, Visibility } from './project.enums.js';
import { mayDo, type RightsOnProject } from './project-rights.rules.js';

/** The row of a project that a command has locked, after its version was raised. */
export interface ClaimedProject extends RightsOnProject {
  id: string;
  number: string;
  title: string;
  /** The version that this command makes. */
  version: number;
  phase: Phase;
  /** Day on which the present phase began. */
  phaseSince: string;
  pausedFrom: Phase | null;
  primaryActionFieldId: string;
  baselineEnd: string | null;
  approvedEnd: string | null;
  expectedEnd: string | null;
  endMoves: number;
  declaredBudgetState: DeclaredBudgetState | null;
  visibility: Visibility;
}

/** With what a command claims a project. */
export interface Claim {
  actor: Actor;
  /** The version that the change was made on, from If-Match. */
  version: number;
  /** The right that the command needs. */
  may: ProjectRight;
}

/** Says how a project is looked up: by id, else by its speaking number. */
export function projectKey(ref: string): { column: 'id' | 'number'; value: string } {
  return isUuid(ref)
    ? { column: 'id', value: ref.toLowerCase() }
    : { column: 'number', value: ref.toUpperCase() };
}

/** The way into every command on a project or a part of it: locks, checks rights and version, raises the version. */
@Injectable()
export class ProjectRoots {
  /**
   * Locks the project until the end of the transaction, raises its version by one and marks its read model as out of date.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412)
   */
  async claim(tx: Tx, projectRef: string, { actor, version, may }: Claim): Promise<ClaimedProject> {
    return this.raise(tx, await this.hold(tx, projectRef, { actor, version, may }));
  }

  /**
   * Locks the project like `claim`, but leaves its version: for commands that may find that there is nothing to change.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412)
   */
  async hold(tx: Tx, projectRef: string, { actor, version, may }: Claim): Promise<ClaimedProject> {
    const project = await this.lock(tx, projectRef);
    if (!mayDo(actor, project, may)) throw new Forbidden(`project.${may}`);
    if (project.version !== version) throw await changedMeanwhile(tx, project);
    return project;
  }

  /** Raises the version of a project that is held, and marks its read model as out of date. */
  async raise(tx: Tx, project: ClaimedProject): Promise<ClaimedProject> {
    await tx.query('update project set version = version + 1 where id = $1', [project.id]);
    tx.touchProject(project.id);
    return { ...project, version: project.version + 1 };
  }

  /**
   * Claims many projects for one change of what is booked for them: locks them in the order of their ids, raises their
   * versions and marks their read models. Whoever calls it has checked the right, and that nothing changed meanwhile.
   */
  async claimAll(tx: Tx, projectIds: readonly string[]): Promise<void> {
    const ids = projectIds.toSorted();
    await tx.query('select from project where id = any($1::uuid[]) order by id for update', [ids]);
    await tx.query('update project set version = version + 1 where id = any($1::uuid[])', [ids]);
    for (const id of ids) tx.touchProject(id);
  }

  /**
   * Moves the expected end of a claimed project and counts the move; naming a first end is none.
   * An end that stays where it is changes nothing.
   */
  async moveExpectedEnd(tx: Tx, project: ClaimedProject, day: string | null): Promise<void> {
    if (project.expectedEnd === day) return;
    await tx.query(
      `update project set expected_end = $2,
              end_moves = end_moves + case when expected_end is null then 0 else 1 end
        where id = $1`,
      [project.id, day],
    );
  }

  private async lock(tx: Tx, projectRef: string): Promise<ClaimedProject> {
    const key = projectKey(projectRef);
    const [project] = await tx.query<ClaimedProject>(
      `select id, number, title, version, phase, phase_since as "phaseSince", paused_from as "pausedFrom",
              office_id as "officeId", primary_action_field_id as "primaryActionFieldId",
              baseline_end as "baselineEnd", approved_end as "approvedEnd", expected_end as "expectedEnd",
              end_moves as "endMoves", declared_budget_state as "declaredBudgetState", visibility
         from project where ${key.column} = $1 for update`,
      [key.value],
    );
    if (project === undefined) throw new NotFound('project');
    // Read after the lock is held: whoever held it before may have changed the people.
    const people = await tx.query<{ person_id: string }>(
      'select person_id from project_person where project_id = $1',
      [project.id],
    );
    return { ...project, personIds: people.map((person) => person.person_id) };
  }
}

async function changedMeanwhile(tx: Tx, project: ClaimedProject): Promise<ChangedMeanwhile> {
  const [last] = await tx.query<{ changedBy: string | null; changedAt: string; command: string }>(
    `select person.display_name as "changedBy", change.at as "changedAt", change.command
       from history.project version
       join change on change.rev = version.from_rev
       left join person on person.id = change.actor_id
      where version.id = $1 and version.to_rev = 9223372036854775807`,
    [project.id],
  );
  return new ChangedMeanwhile({ version: project.version, ...last });
}
