import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IfMatch,
  type Moment,
  PageQuery,
  Permission,
  Requires,
} from '../platform/index.js';
import { BudgetConfirmationsService } from './budget-confirmations.service.js';
import { BudgetQueries } from './budget.queries.js';
import { BudgetConfirmationsDto, ConfirmBudgetDto } from './dto/budget-confirmation.dto.js';

/** What finance signed: the state of a project in a budget, with the figures that it saw. */
@ApiTags('budget')
@Controller('projects/:ref/budget-confirmations')
export class BudgetConfirmationsController {
  constructor(
    private readonly service: BudgetConfirmationsService,
    private readonly queries: BudgetQueries,
  ) {}

  /** Lists them, newest first; each says whether the figures have changed since. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<BudgetConfirmationsDto> {
    return this.queries.confirmations(moment, ref, query);
  }

  /** Confirms the state of the project in a budget, with the figures that were seen. */
  @Post()
  @Requires(Permission.BudgetEdit)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() values: ConfirmBudgetDto,
  ): Promise<CommandAnswer> {
    return this.service.confirm({ ref, version, actor }, values);
  }
}
