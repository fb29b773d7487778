import { Injectable } from '@nestjs/common';
import { type Actor, type Moment, momentName, pageOf, Reads } from '../../platform/index.js';
import type {
  HeatmapDto,
  HeatmapFieldDto,
  HeatmapPrincipleDto,
  HeatmapProjectDto,
  HeatmapQuery,
} from '../dto/figures.dto.js';
import type { FilterContext } from '../list/filter-sql.js';
import { KeptAnswers } from '../kept-answers.js';
import {
  type FieldsRow,
  fieldsStatement,
  type ProjectsRow,
  projectsStatement,
  type TitledRow,
} from './heatmap-sql.js';
import { answerOnce } from './kept-figures.js';

/** So many heat maps and pages of them are kept. */
const KEPT_HEATMAPS = 200;

interface KeptHeatmap {
  rev: number;
  answer: HeatmapDto;
}

/** Answers the check grids of the portfolio at a glance, computed once per revision, day and filter. */
@Injectable()
export class HeatmapQueries {
  private readonly kept = new KeptAnswers<KeptHeatmap>(KEPT_HEATMAPS);

  constructor(private readonly reads: Reads) {}

  /** Principles by action fields or by projects. */
  async heatmap(query: HeatmapQuery, moment: Moment, actor: Pick<Actor, 'personId'>): Promise<HeatmapDto> {
    const { asOf: _asOf, ...asked } = query;
    const context = { personId: actor.personId, today: moment.today, live: moment.rev === null };
    const { answer } = await answerOnce({
      reads: this.reads,
      kept: this.kept,
      moment,
      question: [asked, asked.lead === 'me' ? actor.personId : null],
      find: () =>
        query.by === 'project'
          ? this.byProject(query, moment, context)
          : this.byField(query, moment, context),
    });
    return answer;
  }

  private async byField(query: HeatmapQuery, moment: Moment, context: FilterContext): Promise<KeptHeatmap> {
    const { voice = 'self' } = query;
    const { sql, values } = fieldsStatement(query, voice, context);
    const [row] = await this.reads.query<FieldsRow>(moment, sql, values);
    if (row === undefined) throw new Error('the heat map has always one row');
    const principles = row.principles.map(titled);
    return keptOf(
      query,
      { ...row, moment },
      { principles, fields: row.fields.map((field) => fieldOf(field, principles)), projects: [] },
    );
  }

  private async byProject(query: HeatmapQuery, moment: Moment, context: FilterContext): Promise<KeptHeatmap> {
    const { voice = 'self' } = query;
    const { sql, values } = projectsStatement(query, voice, context);
    const [row] = await this.reads.query<ProjectsRow>(moment, sql, values);
    if (row === undefined) throw new Error('the heat map has always one row');
    const principles = row.principles.map(titled);
    const projects = row.projects.map((project) => projectOf(project, principles));
    return keptOf(query, { ...row, moment }, { principles, fields: [], projects });
  }
}

function keptOf(
  query: HeatmapQuery,
  { rev, total, moment }: { rev: number; total: number; moment: Moment },
  content: Pick<HeatmapDto, 'principles' | 'fields' | 'projects'>,
): KeptHeatmap {
  const { by = 'actionField', voice = 'self' } = query;
  const { page, pageSize } = pageOf(query);
  const formula = by === 'project' ? 'scores-0-to-4' : 'mean-of-scores-0-to-4';
  return {
    rev,
    answer: { formula, by, voice, ...content, total, page, pageSize, moment: momentName(rev, moment) },
  };
}

function titled({ key, titleDe, titleEn }: TitledRow): HeatmapPrincipleDto {
  return { key, title: { de: titleDe, en: titleEn } };
}

function fieldOf(
  field: FieldsRow['fields'][number],
  principles: readonly HeatmapPrincipleDto[],
): HeatmapFieldDto {
  return {
    ...titled(field),
    projects: field.projects,
    cells: principles.map(({ key }) => ({
      principle: key,
      ...(field.cells?.[key] ?? { meanScore: null, scored: 0, settled: 0, conflicts: 0 }),
    })),
  };
}

function projectOf(
  project: ProjectsRow['projects'][number],
  principles: readonly HeatmapPrincipleDto[],
): HeatmapProjectDto {
  return {
    ...project,
    cells: principles.map(({ key }) => {
      const score = project.cells?.[key];
      return { principle: key, score: score ?? null, notApplicable: score === null };
    }),
  };
}
