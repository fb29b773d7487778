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
import { AddNeedDto, EditNeedDto, NeedsDto } from './dto/need.dto.js';
import { NeedsService } from './needs.service.js';

/** What a project needs, by year and kind. */
@ApiTags('budget')
@Controller('projects/:ref/needs')
export class NeedsController {
  constructor(
    private readonly service: NeedsService,
    private readonly queries: BudgetPartsQueries,
  ) {}

  /** Lists them by year and kind. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(@Param('ref') ref: string, @Query() query: PageQuery, @AtMoment() moment: Moment): Promise<NeedsDto> {
    return this.queries.needs(moment, ref, query);
  }

  /** Adds one. */
  @Post()
  @Requires(Permission.NeedEdit)
  add(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() values: AddNeedDto,
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
    @Body() values: EditNeedDto,
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
