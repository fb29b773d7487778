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
import { GapDestinationsService } from './gap-destinations.service.js';
import {
  AddGapDestinationDto,
  EditGapDestinationDto,
  GapDestinationsDto,
} from './dto/gap-destination.dto.js';

/** Where the money that a project lacks is to come from; kept by finance. */
@ApiTags('budget')
@Controller('projects/:ref/gap-destinations')
export class GapDestinationsController {
  constructor(
    private readonly service: GapDestinationsService,
    private readonly queries: BudgetPartsQueries,
  ) {}

  /** Lists them by year and kind. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<GapDestinationsDto> {
    return this.queries.gapDestinations(moment, ref, query);
  }

  /** Adds one. */
  @Post()
  @Requires(Permission.BudgetEdit)
  add(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() values: AddGapDestinationDto,
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
    @Body() values: EditGapDestinationDto,
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
