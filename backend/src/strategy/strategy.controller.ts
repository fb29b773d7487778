import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  AsOfQuery,
  AtMoment,
  type Audience,
  CatalogueQuery,
  ForAudience,
  type Moment,
  Permission,
  Requires,
} from '../platform/index.js';
import { AgendaDetailDto, AgendaListDto } from './dto/agenda.dto.js';
import { StrategyDetailDto, StrategyListDto } from './dto/strategy.dto.js';
import { StrategyQueries } from './strategy.queries.js';

/** What the city has set out to do: open to everybody. */
@Controller()
export class StrategyController {
  constructor(private readonly queries: StrategyQueries) {}

  /** Lists all editions of all strategies, the current one first. */
  @Get('strategies')
  @Requires(Permission.Anyone)
  strategies(@Query() query: CatalogueQuery, @AtMoment() moment: Moment): Promise<StrategyListDto> {
    return this.queries.strategies(moment, query);
  }

  /** Shows one edition by id, or the newest edition by key, with its check grid, fields of action and agendas. */
  @Get('strategies/:ref')
  @Requires(Permission.Anyone)
  strategy(
    @Param('ref') ref: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
    @ForAudience() audience: Audience,
  ): Promise<StrategyDetailDto> {
    return this.queries.strategy(moment, ref, audience);
  }

  /** Lists all agendas, newest first; for the public without internal projects. */
  @Get('agendas')
  @Requires(Permission.Anyone)
  agendas(
    @Query() query: CatalogueQuery,
    @AtMoment() moment: Moment,
    @ForAudience() audience: Audience,
  ): Promise<AgendaListDto> {
    return this.queries.agendas(moment, query, audience);
  }

  /** Shows one agenda, by id or key, with its projects; for the public without internal ones and without reasons. */
  @Get('agendas/:ref')
  @Requires(Permission.Anyone)
  agenda(
    @Param('ref') ref: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
    @ForAudience() audience: Audience,
  ): Promise<AgendaDetailDto> {
    return this.queries.agenda(moment, ref, audience);
  }
}
