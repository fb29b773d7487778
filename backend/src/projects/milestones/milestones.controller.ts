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
} from '../../platform/index.js';
import { AddMilestoneDto, EditMilestoneDto, MilestoneListDto } from './milestone.dto.js';
import { MilestoneTrendDto } from './milestone-trend.dto.js';
import { MilestoneTrendQueries } from './milestone-trend.queries.js';
import { MilestonesQueries } from './milestones.queries.js';
import { MilestonesService } from './milestones.service.js';

/** Milestones of a project. */
@ApiTags('projects')
@Controller('projects/:ref/milestones')
export class MilestonesController {
  constructor(
    private readonly milestones: MilestonesService,
    private readonly queries: MilestonesQueries,
  ) {}

  /** Lists the milestones of a project by their dates. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<MilestoneListDto> {
    return this.queries.list(ref, moment, query);
  }

  /** Adds a milestone. */
  @Post()
  @Requires(Permission.ProjectEdit)
  add(
    @Param('ref') ref: string,
    @Body() input: AddMilestoneDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.milestones.add({ ref, version, actor }, input);
  }

  /** Changes a milestone; moving its date is counted and needs a reason. */
  @Patch(':id')
  @Requires(Permission.ProjectEdit)
  edit(
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @Body() input: EditMilestoneDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.milestones.edit({ ref, version, actor }, id, input);
  }

  /** Removes a milestone; its history stays. */
  @Delete(':id')
  @Requires(Permission.ProjectEdit)
  remove(
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.milestones.remove({ ref, version, actor }, id);
  }
}

/** What became of the dates that a project promised. */
@ApiTags('projects')
@Controller('projects/:ref/milestone-trend')
export class MilestoneTrendController {
  constructor(private readonly queries: MilestoneTrendQueries) {}

  /** Shows every date that was ever expected for a milestone of the project, with who moved it, by how much and why. */
  @Get()
  @Requires(Permission.PortfolioRead)
  trend(@Param('ref') ref: string, @AtMoment() moment: Moment): Promise<MilestoneTrendDto> {
    return this.queries.trend(ref, moment);
  }
}
