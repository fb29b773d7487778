import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AsOfQuery, AtMoment, type Moment, PageQuery, Permission, Requires } from '../../platform/index.js';
import { PublicHistoryDto } from '../dto/public-history.dto.js';
import { PublicProjectDetailDto, PublicProjectListDto } from '../dto/public-project.dto.js';
import { PublicFilterQuery, PublicListQuery } from '../dto/public-query.dto.js';
import { PublicSummaryDto } from '../dto/public-summary.dto.js';
import { PublicFileQueries } from './public-file.queries.js';
import { PublicProjectsQueries } from './public-projects.queries.js';
import { PublicSummaryQueries } from './public-summary.queries.js';

/** What everybody may read without signing in. */
@ApiTags('public')
@Controller('public')
export class PublicProjectsController {
  constructor(
    private readonly projects: PublicProjectsQueries,
    private readonly summaries: PublicSummaryQueries,
    private readonly files: PublicFileQueries,
  ) {}

  /** Published projects that match the filters: a page, or with `format=csv` all of them as a file. */
  @Get('projects')
  @Requires(Permission.Anyone)
  @ApiOkResponse({ type: PublicProjectListDto })
  async list(
    @Query() query: PublicListQuery,
    @AtMoment() moment: Moment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicProjectListDto | StreamableFile> {
    if (query.format !== 'csv') return this.projects.page(query, moment);
    const { name, content } = await this.files.csv(query, moment);
    reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
    return new StreamableFile(content, { type: 'text/csv; charset=utf-8' });
  }

  /** One published project; unknown, internal and withdrawn ones are not found alike. */
  @Get('projects/:ref')
  @Requires(Permission.Anyone)
  detail(
    @Param('ref') ref: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<PublicProjectDetailDto> {
    return this.projects.detail(ref, moment);
  }

  /** When the public saw something new of a project, the newest first; never who changed it or why. */
  @Get('projects/:ref/history')
  @Requires(Permission.Anyone)
  history(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<PublicHistoryDto> {
    return this.projects.history(ref, moment, query);
  }

  /** Counts and the mean score of the published projects that match the filters. */
  @Get('summary')
  @Requires(Permission.Anyone)
  summary(@Query() query: PublicFilterQuery, @AtMoment() moment: Moment): Promise<PublicSummaryDto> {
    return this.summaries.summary(query, moment);
  }
}
