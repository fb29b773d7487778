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
import { BudgetPartsQueries } from './budget-parts.queries.js';
import { BudgetLinesService } from './budget-lines.service.js';
import { AddBudgetLineDto, BudgetLinesDto, EditBudgetLineDto } from './dto/budget-line.dto.js';

/** What is budgeted and booked for a project; kept by finance. */
@ApiTags('budget')
@Controller('projects/:ref/budget-lines')
export class BudgetLinesController {
  constructor(
    private readonly service: BudgetLinesService,
    private readonly queries: BudgetPartsQueries,
  ) {}

  /** Lists them by year and kind. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<BudgetLinesDto> {
    return this.queries.lines(moment, ref, query);
  }

  /** Adds one. */
  @Post()
  @Requires(Permission.BudgetEdit)
  add(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() values: AddBudgetLineDto,
  ): Promise<CommandAnswer> {
    return this.service.add({ ref, version, actor }, values);
  }

  /** Changes one; keys that are missing stay as they are. */
  @Patch(':id')
  @Requires(Permission.BudgetEdit)
  edit(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() values: EditBudgetLineDto,
  ): Promise<CommandAnswer> {
    return this.service.edit({ ref, version, actor }, id, values);
  }

  /** Removes one; its history stays. */
  @Delete(':id')
  @Requires(Permission.BudgetEdit)
  remove(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.service.remove({ ref, version, actor }, id);
  }
}
