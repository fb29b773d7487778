import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IdPipe,
  IfMatch,
  type Moment,
  PageQuery,
  Permission,
  Requires,
} from '../platform/index.js';
import { BudgetsQueries } from './budgets.queries.js';
import { BudgetsService } from './budgets.service.js';
import { AddBudgetDto, BudgetsDto, EditBudgetDto } from './dto/budgets.dto.js';
import {
  ComparePlansQuery,
  PlanComparisonDto,
  PlanVersionsDto,
  StatePlanVersionDto,
} from './dto/plan-version.dto.js';
import { PlanVersionsService } from './plan-versions.service.js';

/** The budgets of the city, and the versions of their plans. */
@ApiTags('budget')
@Controller('budgets')
export class BudgetsController {
  constructor(
    private readonly service: BudgetsService,
    private readonly plans: PlanVersionsService,
    private readonly queries: BudgetsQueries,
  ) {}

  /** The budgets of the city, by year. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(@Query() query: PageQuery, @AtMoment() moment: Moment): Promise<BudgetsDto> {
    return this.queries.budgets(moment, query);
  }

  /** Adds a budget of one year or two. */
  @Post()
  @Requires(Permission.BudgetEdit)
  add(@CurrentActor() actor: Actor, @Body() values: AddBudgetDto): Promise<CommandAnswer> {
    return this.service.add(actor, values);
  }

  /** Changes a budget; with its stage the derived states of all projects in it follow. */
  @Patch(':id')
  @Requires(Permission.BudgetEdit)
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() values: EditBudgetDto,
  ): Promise<CommandAnswer> {
    return this.service.edit({ id, version, actor }, values);
  }

  /** The versions of a budget's plan, oldest first. */
  @Get(':id/plan-versions')
  @Requires(Permission.PortfolioRead)
  planVersions(
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<PlanVersionsDto> {
    return this.queries.planVersions(moment, id, query);
  }

  /** Keeps the plan as it stands under a name. */
  @Post(':id/plan-versions')
  @Requires(Permission.BudgetEdit)
  statePlan(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() values: StatePlanVersionDto,
  ): Promise<CommandAnswer> {
    return this.plans.state({ id, version, actor }, values);
  }

  /** Takes a name of the plan back; the plan stays readable as of every moment. */
  @Delete(':id/plan-versions/:plan')
  @Requires(Permission.BudgetEdit)
  removePlan(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('plan', IdPipe) plan: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.plans.remove({ id, version, actor }, plan);
  }

  /** Two versions of a budget's plan beside each other, project by project, with exact sums. */
  @Get(':id/plan-comparison')
  @Requires(Permission.PortfolioRead)
  comparePlans(
    @Param('id', IdPipe) id: string,
    @Query() { from, to }: ComparePlansQuery,
    @AtMoment() moment: Moment,
  ): Promise<PlanComparisonDto> {
    return this.queries.comparePlans(moment, id, { from, to });
  }
}
