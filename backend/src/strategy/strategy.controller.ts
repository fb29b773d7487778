import { Controller, Get, Param, Query } from '@nestjs/common';
import { AsOfQuery, AtMoment, CatalogueQuery, type Moment, Permission, Requires } from '../platform/index.js';
import { AgendaDetailDto, AgendaListDto } from './dto/agenda.dto.js';
import { StrategyDetailDto, StrategyListDto } from './dto/strategy.dto.js';
import { StrategyQueries } from './strategy.queries.js';

@Controller()
export class StrategyController {
  constructor(private readonly queries: StrategyQueries) {}

  /** Lists all editions of all strategies, the current one first. */
  @Get('strategies')
  @Requires(Permission.PortfolioRead)
  strategies(@Query() query: CatalogueQuery, @AtMoment() moment: Moment): Promise<StrategyListDto> {
    return this.queries.strategies(moment, query);
  }

  /** Shows one edition by id, or the newest edition by key, with its check grid, fields of action and agendas. */
  @Get('strategies/:ref')
  @Requires(Permission.PortfolioRead)
  strategy(
    @Param('ref') ref: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<StrategyDetailDto> {
    return this.queries.strategy(moment, ref);
  }

  /** Lists all agendas, newest first. */
  @Get('agendas')
  @Requires(Permission.PortfolioRead)
  agendas(@Query() query: CatalogueQuery, @AtMoment() moment: Moment): Promise<AgendaListDto> {
    return this.queries.agendas(moment, query);
  }

  /** Shows one agenda, by id or key, with its projects. */
  @Get('agendas/:ref')
  @Requires(Permission.PortfolioRead)
  agenda(
    @Param('ref') ref: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<AgendaDetailDto> {
    return this.queries.agenda(moment, ref);
  }
}
