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
import { CommitmentAuthorisationsService } from './commitment-authorisations.service.js';
import {
  AddCommitmentAuthorisationDto,
  EditCommitmentAuthorisationDto,
  CommitmentAuthorisationsDto,
} from './dto/commitment-authorisation.dto.js';

/** What the city may commit itself to for a project and pay in later years; kept by finance. */
@ApiTags('budget')
@Controller('projects/:ref/commitment-authorisations')
export class CommitmentAuthorisationsController {
  constructor(
    private readonly service: CommitmentAuthorisationsService,
    private readonly queries: BudgetPartsQueries,
  ) {}

  /** Lists them by year. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<CommitmentAuthorisationsDto> {
    return this.queries.commitmentAuthorisations(moment, ref, query);
  }

  /** Adds one. */
  @Post()
  @Requires(Permission.BudgetEdit)
  add(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() values: AddCommitmentAuthorisationDto,
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
    @Body() values: EditCommitmentAuthorisationDto,
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
