import { Injectable } from '@nestjs/common';
import { type Comparison, Comparisons } from '../../comparison/index.js';
import { type Moment, momentName, NotFound, Reads } from '../../platform/index.js';
import type { DossierDto, DossierItemDto, DossierProjectDto, DossierScoreDto } from '../dto/dossier.dto.js';
import { sessionDay } from '../session-day.js';
import { sessionKey } from '../session-key.js';
import { conflicts, voicesDiffer } from './dossier.rules.js';
import { OVERVIEW, PROJECTS, SESSION } from './dossier.sql.js';

interface SessionRow {
  id: string;
  rev: number;
  session: DossierDto['session'];
  since: { number: number; startsAt: string; rev: number; on: string } | null;
  agenda: Omit<DossierItemDto, 'position'>[];
}

type OverviewRow = Pick<DossierDto, 'lights' | 'overdue' | 'gaps' | 'conditions'>;

interface ProjectRow extends Pick<
  DossierProjectDto,
  'phase' | 'office' | 'overdueDays' | 'lights' | 'report' | 'promise' | 'gap' | 'conditions'
> {
  id: string;
  grid: Pick<DossierScoreDto, 'title' | 'self' | 'review'>[];
}

/** A dossier with the revision that all of it was read at. */
export interface BuiltDossier {
  sessionId: string;
  rev: number;
  judgedOn: string;
  content: DossierDto;
}

/** Puts together what the commission reads before a session. */
@Injectable()
export class Dossiers {
  constructor(
    private readonly reads: Reads,
    private readonly comparisons: Comparisons,
  ) {}

  /**
   * Builds the dossier of a session. Everything in it is read at one revision, and ages are judged on the day of the
   * session, so that from its moment it can be built again and is the same.
   * @throws NotFound (404)
   */
  async build(moment: Pick<Moment, 'rev' | 'today'>, ref: string): Promise<BuiltDossier> {
    const { column, value } = sessionKey(ref);
    const [row] = await this.reads.query<SessionRow>(moment, SESSION[column], [value]);
    if (row === undefined) throw new NotFound('review-session');
    const { id: sessionId, rev, session, since, agenda } = row;
    const at = { rev, today: moment.today };
    const sessionOn = sessionDay(session.startsAt, moment.today);
    const ids = agenda.flatMap(({ project }) => (project === null ? [] : [project.id]));
    const [overview] = await this.reads.query<OverviewRow & Record<string, unknown>>(at, OVERVIEW, [
      sessionOn,
      sessionId,
    ]);
    if (overview === undefined) throw new Error('the overview has always one row');
    const projects = await this.reads.query<ProjectRow & Record<string, unknown>>(at, PROJECTS, [
      sessionOn,
      ids,
      sessionId,
    ]);
    const difference =
      since === null ? null : await this.comparisons.compare({ rev: since.rev, today: since.on }, at);
    const { lights, overdue, gaps, conditions } = overview;
    const content: DossierDto = {
      moment: momentName(rev, moment),
      session,
      since:
        since === null
          ? null
          : { number: since.number, startsAt: since.startsAt, moment: `r${since.rev}@${since.on}` },
      agenda: agenda.map((item, index) => ({ position: index + 1, ...item })),
      differences: difference?.differences.map(({ project, kinds }) => ({ project, kinds })) ?? null,
      lights,
      overdue,
      gaps,
      conditions,
      projects: pagesOf(agenda, projects, difference),
    };
    return { sessionId, rev, judgedOn: moment.today, content };
  }
}

function pagesOf(
  agenda: SessionRow['agenda'],
  rows: ProjectRow[],
  difference: Comparison | null,
): DossierProjectDto[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return agenda.flatMap(({ project, reasons }) => {
    const row = project === null ? undefined : byId.get(project.id);
    if (project === null || row === undefined) return [];
    const { id, grid, ...said } = row;
    const changed = difference?.differences.find((one) => one.project.id === id);
    return [
      {
        project,
        reasons,
        ...said,
        grid: grid.map((entry) => ({ ...entry, conflict: conflicts(entry), differs: voicesDiffer(entry) })),
        changes:
          difference === null
            ? null
            : (changed?.changes ?? []).map(({ part, ...change }) => ({
                part: part?.title ?? null,
                ...change,
              })),
      },
    ];
  });
}
