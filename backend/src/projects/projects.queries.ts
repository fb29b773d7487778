import { Injectable } from '@nestjs/common';
import { type Actor, type Moment, momentName, NotFound, Reads } from '../platform/index.js';
import type { ProjectDetailDto } from './dto/project-detail.dto.js';
import type { ProjectFiguresDto } from './dto/project-figures.dto.js';
import { missingAtGate } from './phases/gate.rules.js';
import { nextPhases } from './phases/phase.rules.js';
import { projectDetailSql } from './project-detail.sql.js';
import { figuresOf, type FiguresRow } from './project-figures.js';
import { permittedOn } from './project-rights.rules.js';
import { projectKey } from './project-roots.js';

/** What the answer has besides what the statement reads of the project itself. */
type Derived = 'moment' | 'nextPhases' | 'gate' | 'permitted' | keyof ProjectFiguresDto;

interface DetailRow {
  rev: number;
  officeId: string | null;
  project: Omit<ProjectDetailDto, Derived>;
  figures: FiguresRow;
}

/** Made once: each is some kilobytes long. */
const DETAIL = { id: projectDetailSql('id'), number: projectDetailSql('number') };

/** Answers what one project is about. */
@Injectable()
export class ProjectsQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * One project with everything that its page shows, in one statement.
   *
   * @throws NotFound (404) when it does not exist at the moment
   */
  async detail(ref: string, moment: Moment, actor: Actor): Promise<ProjectDetailDto> {
    const key = projectKey(ref);
    const [row] = await this.reads.query<DetailRow>(moment, DETAIL[key.column], [key.value]);
    if (row === undefined) throw new NotFound('project');
    return detailOf(row, moment, actor);
  }
}

function detailOf(
  { rev, officeId, project, figures }: DetailRow,
  moment: Moment,
  actor: Actor,
): ProjectDetailDto {
  const missing = missingAtGate({
    officeId,
    co2Effect: project.co2Effect,
    co2Reason: project.co2Reason,
    declaredBudgetState: project.declaredBudgetState,
    selfSettled: figures.selfSettled,
    principleCount: figures.principleCount,
  });
  const personIds = project.people.map(({ personId }) => personId);
  // Added to the row itself, which nobody else has: spreading its many columns would cost as much as reading them.
  return Object.assign(project, figuresOf(figures, moment.today), {
    moment: momentName(rev, moment),
    nextPhases: nextPhases(project).map(({ to, needs }) => ({
      phase: to,
      needsReason: needs.includes('reason'),
      needsGate: needs.includes('gate'),
    })),
    gate: { open: missing.length > 0, missing },
    permitted: permittedOn(actor, { officeId, personIds }),
  });
}
