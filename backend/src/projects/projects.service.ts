import { Injectable } from '@nestjs/common';
import { orgUnitByRef } from '../organisation/index.js';
import {
  type Actor,
  Clock,
  type CommandAnswer,
  Forbidden,
  newId,
  RuleViolated,
  Transactions,
  type Tx,
} from '../platform/index.js';
import { actionFieldByRef } from '../strategy/index.js';
import { actionFieldFor } from './action-field-lookup.js';
import { type Co2Figures, missingMethods } from './co2.rules.js';
import type { CreateProjectDto, EditProjectDto } from './dto/project-input.dto.js';
import { isBeyondGate } from './phases/phase.rules.js';
import { ProjectCommands, type ProjectTarget } from './project-commands.js';
import { Project } from './project.entity.js';
import { GUARDED_FIELDS, mayChangeField, mayCreateIn } from './project-rights.rules.js';
import { type ClaimedProject, ProjectRoots } from './project-roots.js';
import { nextNumber } from './project-numbers.js';
import { ProjectActionField } from './relations/project-action-field.entity.js';
import { ProjectPerson } from './relations/project-person.entity.js';

/** Creates and edits projects. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly commands: ProjectCommands,
    private readonly roots: ProjectRoots,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates a project in phase `idea`. Who is a project lead leads it; without an office it belongs to that of the
   * person, unless that is the portfolio office, which works for all.
   *
   * @throws Forbidden (403) outside of the person's offices, RuleViolated (422)
   */
  async create(actor: Actor, input: CreateProjectDto): Promise<CommandAnswer> {
    const { changeReason, office, primaryActionField, ...content } = input;
    const change = { command: 'project.create', actor, reason: changeReason };
    const { value, moment } = await this.transactions.run(change, async (tx) => {
      const officeId = office === undefined ? usualOffice(actor) : await officeOf(tx, office);
      if (!mayCreateIn(actor, officeId)) throw new Forbidden('project.create');
      const today = this.clock.today();
      const id = newId();
      await tx.insert(Project, {
        ...content,
        id,
        number: await nextNumber(tx, Number(today.slice(0, 4))),
        officeId,
        primaryActionFieldId: await fieldOfCurrentEdition(tx, primaryActionField),
        phaseSince: today,
      });
      await requireMethods(tx, id);
      if (actor.roles.includes('project-lead')) {
        await tx.insert(ProjectPerson, {
          id: newId(),
          projectId: id,
          personId: actor.personId,
          function: 'lead',
        });
      }
      tx.touchProject(id);
      return { id, version: 1 };
    });
    return { ...value, moment };
  }

  /**
   * Changes what was sent of a project.
   *
   * @throws Forbidden (403) for fields that are the portfolio office's, RuleViolated (422)
   */
  edit(target: ProjectTarget, input: EditProjectDto): Promise<CommandAnswer> {
    const { changeReason, office, primaryActionField, expectedEnd, ...content } = input;
    const command = { name: 'project.edit', may: 'edit', reason: changeReason } as const;
    return this.commands.run(target, command, async (tx, project) => {
      refuseGuardedFields(target.actor, project, input);
      await tx.update(
        Project,
        { id: project.id },
        {
          ...content,
          ...(office === undefined ? {} : { officeId: await officeOf(tx, office) }),
        },
      );
      if (expectedEnd !== undefined) await this.roots.moveExpectedEnd(tx, project, expectedEnd);
      if (primaryActionField !== undefined) await changePrimaryField(tx, project, primaryActionField);
      await requireMethods(tx, project.id);
    });
  }
}

function usualOffice(actor: Actor): string | null {
  return actor.roles.includes('portfolio-office') ? null : actor.officeId;
}

function refuseGuardedFields(actor: Actor, project: ClaimedProject, input: EditProjectDto): void {
  const isApproved = isBeyondGate(project);
  const refused = GUARDED_FIELDS.find(
    (field) => input[field] !== undefined && !mayChangeField(actor, { isApproved }, field),
  );
  if (refused !== undefined) throw new Forbidden(`project.change-${refused}`);
}

async function changePrimaryField(tx: Tx, project: ClaimedProject, ref: string): Promise<void> {
  const actionFieldId = (await actionFieldFor(tx, project.id, ref)) ?? unknown('/primaryActionField');
  await tx.update(Project, { id: project.id }, { primaryActionFieldId: actionFieldId });
  await tx.delete(ProjectActionField, { projectId: project.id, actionFieldId });
}

async function requireMethods(tx: Tx, projectId: string): Promise<void> {
  const [figures] = await tx.query<Co2Figures>(
    `select co2_kg_per_year as "co2KgPerYear", co2_method as "co2Method",
            energy_kwh_per_year as "energyKwhPerYear", energy_method as "energyMethod",
            water_m3_per_year as "waterM3PerYear", water_method as "waterMethod",
            paper_sheets_per_year as "paperSheetsPerYear", paper_method as "paperMethod"
       from project where id = $1`,
    [projectId],
  );
  const missing = figures === undefined ? [] : missingMethods(figures);
  if (missing.length > 0) {
    throw new RuleViolated(
      missing.map((field) => ({ pointer: `/${field}`, code: 'project.method-missing' })),
    );
  }
}

async function officeOf(tx: Tx, ref: string | null): Promise<string | null> {
  if (ref === null) return null;
  return (await orgUnitByRef(tx, ref))?.id ?? unknown('/office');
}

async function fieldOfCurrentEdition(tx: Tx, ref: string): Promise<string> {
  return (await actionFieldByRef(tx, ref))?.id ?? unknown('/primaryActionField');
}

function unknown(pointer: string): never {
  throw new RuleViolated([{ pointer, code: 'reference-unknown' }]);
}
