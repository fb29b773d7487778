import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  AtMoment,
  CurrentActor,
  type Moment,
  Permission,
  Requires,
} from '../../platform/index.js';
import { ProjectListDto } from '../dto/project-list.dto.js';
import { ProjectListQuery } from '../dto/project-list-query.dto.js';
import { ProjectFileQueries } from './project-file.queries.js';
import { ProjectListQueries } from './project-list.queries.js';

/** The list of projects. */
@ApiTags('projects')
@Controller('projects')
export class ProjectListController {
  constructor(
    private readonly lists: ProjectListQueries,
    private readonly files: ProjectFileQueries,
  ) {}

  /** Projects that match the filters: a page with its groups, or with `format=csv` all of them as a file. */
  @Get()
  @Requires(Permission.PortfolioRead)
  @ApiOkResponse({ type: ProjectListDto })
  async list(
    @Query() query: ProjectListQuery,
    @AtMoment() moment: Moment,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectListDto | StreamableFile> {
    if (query.format !== 'csv') return this.lists.page(query, moment, actor);
    const { name, content } = await this.files.csv(query, moment, actor);
    reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
    return new StreamableFile(content, { type: 'text/csv; charset=utf-8' });
  }
}
