import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IfMatch,
  type Moment,
  PageQuery,
  Permission,
  Requires,
} from '../platform/index.js';
import { ProjectDetailDto } from './dto/project-detail.dto.js';
import { CreateProjectDto, EditProjectDto } from './dto/project-input.dto.js';
import { ProjectHistoryDto } from './history/project-history.dto.js';
import { ProjectHistoryQueries } from './history/project-history.queries.js';
import { ProjectsQueries } from './projects.queries.js';
import { ProjectsService } from './projects.service.js';

/** Projects, one at a time. Wherever a project is named, its id or its number will do. */
@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly queries: ProjectsQueries,
    private readonly histories: ProjectHistoryQueries,
  ) {}

  /**
   * Creates a project in phase `idea`. A project lead leads it; without an office it belongs to that of the person,
   * unless that is the portfolio office, which works for all.
   */
  @Post()
  @Requires(Permission.ProjectCreate)
  create(@Body() input: CreateProjectDto, @CurrentActor() actor: Actor): Promise<CommandAnswer> {
    return this.projects.create(actor, input);
  }

  /** One project with everything that its page shows at once. */
  @Get(':ref')
  @Requires(Permission.PortfolioRead)
  detail(
    @Param('ref') ref: string,
    @AtMoment() moment: Moment,
    @CurrentActor() actor: Actor,
  ): Promise<ProjectDetailDto> {
    return this.queries.detail(ref, moment, actor);
  }

  /** Changes what is sent of a project: a missing field stays, null empties. */
  @Patch(':ref')
  @Requires(Permission.ProjectEdit)
  edit(
    @Param('ref') ref: string,
    @Body() input: EditProjectDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.projects.edit({ ref, version, actor }, input);
  }

  /** Who changed what of a project and its parts, when and why; the newest change first. */
  @Get(':ref/history')
  @Requires(Permission.PortfolioRead)
  history(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<ProjectHistoryDto> {
    return this.histories.page(ref, moment, query);
  }
}
