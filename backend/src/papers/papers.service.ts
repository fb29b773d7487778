import { Injectable } from '@nestjs/common';
import { orgUnitByRef } from '../organisation/index.js';
import {
  type Actor,
  type CommandAnswer,
  type Fault,
  Forbidden,
  newId,
  RuleViolated,
  Transactions,
  type Tx,
} from '../platform/index.js';
import { mayDo, projectKey, type RightsOnProject } from '../projects/index.js';
import type { CreatePaperDto, EditPaperDto } from './dto/paper-input.dto.js';
import { PaperCommands, type PaperTarget } from './paper-commands.js';
import { PaperProject } from './paper-project.entity.js';
import { Paper } from './paper.entity.js';
import { PaperIssued } from './paper.errors.js';
import { mayEditPaper } from './paper-rights.js';

interface LinkedProject extends RightsOnProject {
  id: string;
}

/** Keeps papers and the projects that they are about. */
@Injectable()
export class PapersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly commands: PaperCommands,
  ) {}

  /**
   * Makes a paper. Who does not edit all projects names one of their own.
   *
   * @throws Forbidden (403), RuleViolated (422)
   */
  async create(actor: Actor, input: CreatePaperDto): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command: 'paper.create', actor }, async (tx) => {
      const { directorate, office, projects = [], ...content } = input;
      const faults: Fault[] = [];
      const linked = await projectsOf(tx, projects, faults);
      const officeId =
        office === undefined ? (linked[0]?.officeId ?? null) : await unitOf(tx, office, '/office', faults);
      const directorateId =
        directorate === undefined
          ? await directorateOf(tx, officeId)
          : await unitOf(tx, directorate, '/directorate', faults);
      if (faults.length > 0) throw new RuleViolated(faults);
      refuseOthers(actor, linked);
      if (!mayEditPaper(actor, linked)) throw new Forbidden('paper.edit');
      const id = newId();
      await tx.insert(Paper, { ...content, id, officeId, directorateId });
      await link(tx, id, linked);
      return id;
    });
    return { id: value, version: 1, moment };
  }

  /**
   * Changes a paper. Projects that come new must be the person's to edit.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412), RuleViolated (422)
   */
  edit(target: PaperTarget, changes: EditPaperDto): Promise<CommandAnswer> {
    return this.commands.run(target, 'paper.edit', async (tx) => {
      const { directorate, office, projects, ...content } = changes;
      const faults: Fault[] = [];
      const units = {
        ...(office !== undefined && { officeId: await unitOf(tx, office, '/office', faults) }),
        ...(directorate !== undefined && {
          directorateId: await unitOf(tx, directorate, '/directorate', faults),
        }),
      };
      const linked = projects && (await projectsOf(tx, projects, faults));
      if (faults.length > 0) throw new RuleViolated(faults);
      await tx.update(Paper, { id: target.id }, { ...content, ...units });
      if (linked !== undefined) await this.relink(tx, target, linked);
    });
  }

  /**
   * Removes a paper with its consultations; its history stays.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412), PaperIssued (422)
   */
  remove(target: PaperTarget): Promise<CommandAnswer> {
    return this.commands.run(target, 'paper.remove', async (tx) => {
      const [issue] = await tx.query('select from cover_sheet_issue where paper_id = $1 limit 1', [
        target.id,
      ]);
      if (issue !== undefined) throw new PaperIssued();
      await tx.query('delete from consultation where paper_id = $1', [target.id]);
      await tx.delete(PaperProject, { paperId: target.id });
      await tx.delete(Paper, { id: target.id });
    });
  }

  private async relink(tx: Tx, { id, actor }: PaperTarget, wanted: readonly LinkedProject[]): Promise<void> {
    const present = await tx.query<{ id: string }>(
      'select project_id as id from paper_project where paper_id = $1',
      [id],
    );
    const had = new Set(present.map((project) => project.id));
    const fresh = wanted.filter((project) => !had.has(project.id));
    refuseOthers(actor, fresh);
    await tx.query('delete from paper_project where paper_id = $1 and project_id <> all ($2::uuid[])', [
      id,
      wanted.map((project) => project.id),
    ]);
    await link(tx, id, fresh);
  }
}

async function link(tx: Tx, paperId: string, projects: readonly LinkedProject[]): Promise<void> {
  if (projects.length === 0) return;
  await tx.insert(
    PaperProject,
    projects.map((project) => ({ id: newId(), paperId, projectId: project.id })),
  );
}

function refuseOthers(actor: Actor, projects: readonly RightsOnProject[]): void {
  if (projects.some((project) => !mayDo(actor, project, 'edit'))) throw new Forbidden('project.edit');
}

async function projectsOf(tx: Tx, refs: readonly string[], faults: Fault[]): Promise<LinkedProject[]> {
  const found = new Map<string, LinkedProject>();
  for (const [index, ref] of refs.entries()) {
    const { column, value } = projectKey(ref);
    const [project] = await tx.query<LinkedProject>(
      `select id, office_id as "officeId",
              array(select person_id from project_person where project_id = project.id) as "personIds"
         from project where ${column} = $1`,
      [value],
    );
    if (project === undefined) faults.push({ pointer: `/projects/${index}`, code: 'unknown' });
    else found.set(project.id, project);
  }
  return [...found.values()];
}

async function unitOf(tx: Tx, ref: string | null, pointer: string, faults: Fault[]): Promise<string | null> {
  if (ref === null) return null;
  const unit = await orgUnitByRef(tx, ref);
  if (unit === null) faults.push({ pointer, code: 'unknown' });
  return unit?.id ?? null;
}

/** The directorate above an office. */
async function directorateOf(tx: Tx, officeId: string | null): Promise<string | null> {
  if (officeId === null) return null;
  const [unit] = await tx.query<{ id: string }>(
    `with recursive above as (
       select id, kind, parent_id from org_unit where id = $1
       union
       select unit.id, unit.kind, unit.parent_id from org_unit unit join above on unit.id = above.parent_id)
     select id from above where kind = 'directorate' limit 1`,
    [officeId],
  );
  return unit?.id ?? null;
}
