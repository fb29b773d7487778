import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AsOfQuery,
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
import { CompareScenariosQuery, CreateScenarioDto, EditScenarioDto } from './dto/scenario-input.dto.js';
import { ScenarioComparisonDto, ScenarioDto, ScenarioListDto } from './dto/scenario.dto.js';
import { ScenariosQueries } from './scenarios.queries.js';
import { ScenariosService } from './scenarios.service.js';

/** What if: which proposals fit into a budget. */
@ApiTags('scenarios')
@Controller('scenarios')
export class ScenariosController {
  constructor(
    private readonly scenarios: ScenariosService,
    private readonly queries: ScenariosQueries,
  ) {}

  /** Lists the scenarios. */
  @Get()
  @Requires(Permission.ScenarioRead)
  list(@Query() query: PageQuery, @AtMoment() moment: Moment): Promise<ScenarioListDto> {
    return this.queries.list(moment, query);
  }

  /** Lays scenarios side by side. */
  @Get('comparison')
  @Requires(Permission.ScenarioRead)
  compare(
    @Query() { scenario }: CompareScenariosQuery,
    @AtMoment() moment: Moment,
  ): Promise<ScenarioComparisonDto> {
    return this.queries.compare(moment, scenario);
  }

  /** Makes a scenario, or a copy of one. */
  @Post()
  @Requires(Permission.ScenarioEdit)
  create(@CurrentActor() actor: Actor, @Body() input: CreateScenarioDto): Promise<CommandAnswer> {
    return this.scenarios.create(actor, input);
  }

  /** One scenario with its candidates, and what was computed last. */
  @Get(':id')
  @Requires(Permission.ScenarioRead)
  one(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<ScenarioDto> {
    return this.queries.one(actor, moment, id);
  }

  /** Changes what a scenario is computed from. */
  @Patch(':id')
  @Requires(Permission.ScenarioEdit)
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() changes: EditScenarioDto,
  ): Promise<CommandAnswer> {
    return this.scenarios.edit({ id, version, actor }, changes);
  }

  /** Removes a scenario. */
  @Delete(':id')
  @Requires(Permission.ScenarioEdit)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.scenarios.remove({ id, version, actor });
  }

  /** Computes a scenario from today's figures. */
  @Post(':id/result')
  @Requires(Permission.ScenarioEdit)
  compute(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.scenarios.compute({ id, version, actor });
  }
}
