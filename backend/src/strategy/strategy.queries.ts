import { Injectable } from '@nestjs/common';
import {
  type Audience,
  cataloguePage,
  type CatalogueQuery,
  type Moment,
  momentName,
  NotFound,
  Reads,
} from '../platform/index.js';
import type { AgendaDetailDto, AgendaListDto } from './dto/agenda.dto.js';
import type { StrategyDetailDto, StrategyListDto } from './dto/strategy.dto.js';
import {
  ACTION_FIELDS,
  AGENDA_ENTRIES,
  AGENDAS,
  DESIGN_PRINCIPLES,
  STRATEGIES,
  strategyByRef,
} from './strategy.selects.js';

/** Answers what the city has set out to do: strategy editions and agendas. */
@Injectable()
export class StrategyQueries {
  constructor(private readonly reads: Reads) {}

  /** Lists all editions of all strategies, newest first. */
  strategies(moment: Moment, query: CatalogueQuery): Promise<StrategyListDto> {
    return cataloguePage(
      this.reads,
      { moment, query },
      { items: STRATEGIES, order: '"isCurrent" desc, "adoptedOn" desc nulls last, key, edition desc' },
    );
  }

  /**
   * One edition with its check grid, its fields of action and its agendas, by id or by key (its newest edition).
   * @throws NotFound
   */
  async strategy(moment: Moment, ref: string, audience: Audience): Promise<StrategyDetailDto> {
    const [found] = await this.reads.query<{ rev: number; strategy: Omit<StrategyDetailDto, 'moment'> }>(
      moment,
      STRATEGY[audience],
      [ref],
    );
    if (found === undefined) throw new NotFound('strategy');
    return { ...found.strategy, moment: momentName(found.rev, moment) };
  }

  /** Lists all agendas, newest first; for the public they are without internal projects. */
  agendas(moment: Moment, query: CatalogueQuery, audience: Audience): Promise<AgendaListDto> {
    return cataloguePage(
      this.reads,
      { moment, query },
      { items: AGENDAS[audience], order: '"yearFrom" desc, "yearTo" desc, key' },
    );
  }

  /**
   * One agenda with its projects, by id or key; for the public without internal ones.
   * @throws NotFound
   */
  async agenda(moment: Moment, ref: string, audience: Audience): Promise<AgendaDetailDto> {
    const [found] = await this.reads.query<{ rev: number; agenda: Omit<AgendaDetailDto, 'moment'> }>(
      moment,
      AGENDA[audience],
      [ref],
    );
    if (found === undefined) throw new NotFound('agenda');
    return { ...found.agenda, moment: momentName(found.rev, moment) };
  }
}

const ofStrategy = (select: string, order: string): string => `
  (select coalesce(json_agg(part order by ${order}), '[]')
     from (${select} where strategy_id = detail.id) part)`;

const strategyFor = (audience: Audience): string => `
  select current_rev() as rev, to_json(strategy) as strategy
    from (
      select detail.*,
             ${ofStrategy(DESIGN_PRINCIPLES, 'part.position, part.key')} as "designPrinciples",
             ${ofStrategy(ACTION_FIELDS, 'part.position, part.key')} as "actionFields",
             ${ofStrategy(AGENDAS[audience], 'part."yearFrom" desc, part.key')} as agendas
        from (${STRATEGIES}) detail
       where detail.id = (${strategyByRef('$1')})
    ) strategy`;
const STRATEGY = { staff: strategyFor('staff'), public: strategyFor('public') };

const agendaFor = (audience: Audience): string => `
  select current_rev() as rev, to_json(agenda) as agenda
    from (
      select detail.*,
             (select coalesce(json_agg(entry order by entry.position nulls last, entry.number), '[]')
                from (select listed."projectId", listed.number, listed.title, listed.position,
                             listed."leadProject", listed.reason
                        from (${AGENDA_ENTRIES[audience]}) listed
                       where listed.agenda_id = detail.id) entry) as entries
        from (${AGENDAS[audience]}) detail
       where detail.id::text = $1 or detail.key = $1
    ) agenda`;
const AGENDA = { staff: agendaFor('staff'), public: agendaFor('public') };
