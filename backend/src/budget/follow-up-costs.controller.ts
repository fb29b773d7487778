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
import { FollowUpCostsService } from './follow-up-costs.service.js';
import { AddFollowUpCostDto, EditFollowUpCostDto, FollowUpCostsDto } from './dto/follow-up-cost.dto.js';

/** What a project costs each year after its end. */
@ApiTags('budget')
@Controller('projects/:ref/follow-up-costs')
export class FollowUpCostsController {
  constructor(
    private readonly service: FollowUpCostsService,
    private readonly queries: BudgetPartsQueries,
  ) {}

  /** Lists them by their first year; those without one come last. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<FollowUpCostsDto> {
    return this.queries.followUpCosts(moment, ref, query);
  }

  /** Adds one. */
  @Post()
  @Requires(Permission.NeedEdit)
  add(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() values: AddFollowUpCostDto,
  ): Promise<CommandAnswer> {
    return this.service.add({ ref, version, actor }, values);
  }

  /** Changes one; keys that are missing stay as they are. */
  @Patch(':id')
  @Requires(Permission.NeedEdit)
  edit(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() values: EditFollowUpCostDto,
  ): Promise<CommandAnswer> {
    return this.service.edit({ ref, version, actor }, id, values);
  }

  /** Removes one; its history stays. */
  @Delete(':id')
  @Requires(Permission.NeedEdit)
  remove(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.service.remove({ ref, version, actor }, id);
  }
}
