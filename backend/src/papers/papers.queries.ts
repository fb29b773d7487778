import { Injectable } from '@nestjs/common';
import { type Actor, type Moment, momentName, NotFound, pageOf, Reads } from '../platform/index.js';
import { projectKey, type RightsOnProject } from '../projects/index.js';
import type { PaperQuery } from './dto/paper-input.dto.js';
import type { PaperDto, PaperListDto, SinglePaperDto } from './dto/paper.dto.js';
import { mayEditPaper, readerOf } from './paper-rights.js';
import { ONE_PAPER, PAGE_OF_PAPERS } from './papers.sql.js';

type Row = Omit<PaperDto, 'mayEdit'> & { rights: RightsOnProject[]; n?: number };

/** Answers which papers there are; what is not public only to those who may see it. */
@Injectable()
export class PapersQueries {
  constructor(private readonly reads: Reads) {}

  /** A page of papers: the newest first, or those with a consultation ahead, the next one first. */
  list(actor: Actor, moment: Moment, query: PaperQuery): Promise<PaperListDto> {
    return this.page(actor, moment, query, null);
  }

  /** The papers of a project. @throws NotFound (404) */
  async ofProject(actor: Actor, moment: Moment, ref: string, query: PaperQuery): Promise<PaperListDto> {
    const { column, value } = projectKey(ref);
    const [project] = await this.reads.query<{ id: string }>(
      moment,
      `select id from project where ${column} = $1`,
      [value],
    );
    if (project === undefined) throw new NotFound('project');
    return this.page(actor, moment, query, project.id);
  }

  /** One paper. @throws NotFound (404), also when the person may not see it */
  async one(actor: Actor, moment: Moment, id: string): Promise<SinglePaperDto> {
    const { readsAll, personIds, officeIds } = readerOf(actor);
    const [row] = await this.reads.query<Row & { rev: number }>(moment, ONE_PAPER, [
      readsAll,
      personIds,
      officeIds,
      id,
    ]);
    if (row === undefined) throw new NotFound('paper');
    const { rev, ...paper } = row;
    return { ...shown(paper, actor), moment: momentName(rev, moment) };
  }

  private async page(
    actor: Actor,
    moment: Moment,
    query: PaperQuery,
    projectId: string | null,
  ): Promise<PaperListDto> {
    const { page, pageSize, offset } = pageOf(query);
    const { readsAll, personIds, officeIds } = readerOf(actor);
    const [row] = await this.reads.query<{ rev: number; total: number; items: Row[] }>(
      moment,
      PAGE_OF_PAPERS,
      [
        readsAll,
        personIds,
        officeIds,
        query.q === undefined || query.q === '' ? null : query.q,
        query.type ?? null,
        query.body ?? null,
        query.upcoming === true ? moment.today : null,
        projectId,
        pageSize,
        offset,
      ],
    );
    const { rev, total, items } = row ?? { rev: 0, total: 0, items: [] };
    return {
      items: items.map((item) => shown(item, actor)),
      total,
      page,
      pageSize,
      moment: momentName(rev, moment),
    };
  }
}

function shown({ rights, n: _n, ...paper }: Row, actor: Actor): PaperDto {
  return { ...paper, mayEdit: mayEditPaper(actor, rights) };
}
