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
import { AddRiskDto, EditRiskDto, RiskListDto } from './risk.dto.js';
import { RiskTrendDto } from './risk-trend.dto.js';
import { RiskTrendQueries } from './risk-trend.queries.js';
import { RisksQueries } from './risks.queries.js';
import { RisksService } from './risks.service.js';

/** Risks of a project. */
@ApiTags('projects')
@Controller('projects/:ref/risks')
export class RisksController {
  constructor(
    private readonly risks: RisksService,
    private readonly queries: RisksQueries,
  ) {}

  /** Lists the risks of a project: closed ones last, the highest exposure first. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<RiskListDto> {
    return this.queries.list(ref, moment, query);
  }

  /** Adds a risk. */
  @Post()
  @Requires(Permission.ProjectEdit)
  add(
    @Param('ref') ref: string,
    @Body() input: AddRiskDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.risks.add({ ref, version, actor }, input);
  }

  /** Changes a risk. */
  @Patch(':id')
  @Requires(Permission.ProjectEdit)
  edit(
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @Body() input: EditRiskDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.risks.edit({ ref, version, actor }, id, input);
  }

  /** Removes a risk; its history stays. */
  @Delete(':id')
  @Requires(Permission.ProjectEdit)
  remove(
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.risks.remove({ ref, version, actor }, id);
  }
}

/** What became of the risks of a project. */
@ApiTags('projects')
@Controller('projects/:ref/risk-trend')
export class RiskTrendController {
  constructor(private readonly queries: RiskTrendQueries) {}

  /** Counts the risks that were not closed at the end of each of the last months, by level. */
  @Get()
  @Requires(Permission.PortfolioRead)
  trend(@Param('ref') ref: string, @AtMoment() moment: Moment): Promise<RiskTrendDto> {
    return this.queries.trend(ref, moment);
  }
}
