import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AtMoment, type Moment, PageQuery, Permission, Requires } from '../platform/index.js';
import { BudgetQueries } from './budget.queries.js';
import { BudgetsDto } from './dto/budgets.dto.js';
import { ProjectBudgetDto } from './dto/project-budget.dto.js';

/** The money of a project put together, and the budgets of the city. */
@ApiTags('budget')
@Controller()
export class BudgetController {
  constructor(private readonly queries: BudgetQueries) {}

  /** Need, secured money and gap by year and kind, with declared and derived state side by side. */
  @Get('projects/:ref/budget')
  @Requires(Permission.PortfolioRead)
  ofProject(@Param('ref') ref: string, @AtMoment() moment: Moment): Promise<ProjectBudgetDto> {
    return this.queries.ofProject(moment, ref);
  }

  /** The budgets of the city, by year. */
  @Get('budgets')
  @Requires(Permission.PortfolioRead)
  list(@Query() query: PageQuery, @AtMoment() moment: Moment): Promise<BudgetsDto> {
    return this.queries.budgets(moment, query);
  }
}
