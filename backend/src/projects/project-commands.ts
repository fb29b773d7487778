import { Injectable } from '@nestjs/common';
import { type Actor, type CommandAnswer, Transactions, type Tx } from '../platform/index.js';
import type { ProjectRight } from './project.enums.js';
import { type ClaimedProject, ProjectRoots } from './project-roots.js';

/** Which project a command is about, who gives it, and on which version of the project. */
export interface ProjectTarget {
  /** Id or number. */
  ref: string;
  version: number;
  actor: Actor;
}

/** What a command on a project is called, and what it needs. */
export interface ProjectCommand {
  /** For the change record: 'milestone.add'. */
  name: string;
  may: ProjectRight;
  /** Why, if the person said so. */
  reason?: string | null | undefined;
}

/** Runs commands on one project: one transaction, the project claimed first, the answer that every command gives. */
@Injectable()
export class ProjectCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly roots: ProjectRoots,
  ) {}

  /**
   * Runs the work on the claimed project. The answer names the record whose id the work returns, else the project.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412)
   */
  async run(
    { ref, version, actor }: ProjectTarget,
    { name, may, reason }: ProjectCommand,
    work: (tx: Tx, project: ClaimedProject) => Promise<string | void>,
  ): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command: name, actor, reason }, async (tx) => {
      const project = await this.roots.claim(tx, ref, { actor, version, may });
      const id = await work(tx, project);
      return { id: id ?? project.id, version: project.version };
    });
    return { ...value, moment };
  }

  /**
   * Runs work that may find nothing to change: then the version stays and no change record is made. The work says
   * whether it changed anything.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412)
   */
  async runIfNew(
    { ref, version, actor }: ProjectTarget,
    { name, may, reason }: ProjectCommand,
    work: (tx: Tx, project: ClaimedProject) => Promise<boolean>,
  ): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command: name, actor, reason }, async (tx) => {
      const held = await this.roots.hold(tx, ref, { actor, version, may });
      const { id, version: now } = (await work(tx, held)) ? await this.roots.raise(tx, held) : held;
      return { id, version: now };
    });
    return { ...value, moment };
  }
}
