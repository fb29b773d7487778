import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AtMoment, type Moment, Permission, Requires } from '../platform/index.js';
import { BudgetQueries } from './budget.queries.js';
import { ProjectBudgetDto } from './dto/project-budget.dto.js';

/** The money of a project put together. */
@ApiTags('budget')
@Controller('projects/:ref/budget')
export class BudgetController {
  constructor(private readonly queries: BudgetQueries) {}

  /**
   * Need, secured money and gap by year and kind, with declared, derived and confirmed state side by side, where gaps
   * are to be filled from, and what is contradictory.
   */
  @Get()
  @Requires(Permission.PortfolioRead)
  ofProject(@Param('ref') ref: string, @AtMoment() moment: Moment): Promise<ProjectBudgetDto> {
    return this.queries.ofProject(moment, ref);
  }
}
