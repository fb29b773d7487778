import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, pageOf, type PageQuery, Reads } from '../platform/index.js';
import { AgendaProposals } from './agenda-proposals.js';
import type { ProposalListDto, ReviewItemDto, ReviewItemListDto } from './dto/review-item.dto.js';
import { CONDITIONS, conditionSql, decisionSql } from './reviews.sql.js';
import { sessionKey } from './session-key.js';

/** Answers what is on the agenda of a session, and what could be. */
@Injectable()
export class ReviewItemsQueries {
  constructor(
    private readonly reads: Reads,
    private readonly agenda: AgendaProposals,
  ) {}

  /** Items of a session with decisions and open conditions. @throws NotFound (404) */
  async list(moment: Moment, ref: string, query: PageQuery): Promise<ReviewItemListDto> {
    const { column, value } = sessionKey(ref);
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<{ rev: number; total: number; items: ReviewItemDto[] }>(
      moment,
      ITEMS[column],
      [value, pageSize, offset, moment.today],
    );
    if (row === undefined) throw new NotFound('review-session');
    const { rev, total, items } = row;
    return { items, total, page, pageSize, moment: momentName(rev, moment) };
  }

  /** Projects for which something speaks, the weightiest first. @throws NotFound (404) */
  async proposals(moment: Moment, ref: string, query: PageQuery): Promise<ProposalListDto> {
    const { page, pageSize, offset } = pageOf(query);
    const { rev, items, since } = await this.agenda.all(moment, ref);
    return {
      items: items.slice(offset, offset + pageSize),
      total: items.length,
      page,
      pageSize,
      sinceSession: since?.number ?? null,
      moment: momentName(rev, moment),
    };
  }
}

/** What was late in a session that is closed is what was late when it ended. */
const JUDGED_ON = `(coalesce((held.closed_at at time zone 'Europe/Berlin')::date, $4::date))`;

/** Of sessions before the one that is held; a closed one knows nothing of what was met after it. */
const ASKED_BEFORE = `
  (c.state <> 'met' or c.met_on > ${JUDGED_ON}) and (s.starts_at, s.number) < (held.starts_at, held.number)`;

const itemsSql = (column: string): string => `
  select current_rev() as rev,
         (select count(*) from review_item i where i.session_id = held.id)::int as total,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', i.id, 'version', i.version, 'position', i.position, 'title', i.title, 'state', i.state,
                   'origin', i.origin, 'reasons', i.reasons, 'note', i.note,
                   'project', (select jsonb_build_object('id', p.id, 'number', p.number, 'title', p.title)
                                 from project p where p.id = i.project_id),
                   'decision', (select ${decisionSql(JUDGED_ON)} from review_decision d where d.item_id = i.id),
                   'openConditions', (
                     select coalesce(jsonb_agg(${conditionSql(JUDGED_ON)} order by c.due_on, c.id), '[]')
                       from ${CONDITIONS}
                      where c.project_id = i.project_id and ${ASKED_BEFORE}))
                   order by i.state desc, i.position, i.id), '[]')
            from (select * from review_item where session_id = held.id
                   order by state desc, position, id limit $2 offset $3) i) as items
    from review_session held where held.${column} = $1`;

const ITEMS = { id: itemsSql('id'), number: itemsSql('number') };
