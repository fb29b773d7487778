import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
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
import { PublishReportDto } from './dto/publish-report.dto.js';
import { SingleStatusReportDto, StatusReportsDto } from './dto/status-reports.dto.js';
import { StatusReportsQueries } from './status-reports.queries.js';
import { StatusReportsService } from './status-reports.service.js';

/** Status reports of a project: published, never changed. */
@ApiTags('status-reports')
@Controller('projects/:ref/status-reports')
export class StatusReportsController {
  constructor(
    private readonly service: StatusReportsService,
    private readonly queries: StatusReportsQueries,
  ) {}

  /** The published reports, the newest first, and when the next one is awaited. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<StatusReportsDto> {
    return this.queries.list(moment, ref, query);
  }

  /** Publishes a report; a correction names the report that it corrects. */
  @Post()
  @Requires(Permission.StatusPublish)
  publish(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() report: PublishReportDto,
  ): Promise<CommandAnswer> {
    return this.service.publish({ ref, version, actor }, report);
  }

  /** One published report. */
  @Get(':report')
  @Requires(Permission.PortfolioRead)
  one(
    @Param('ref') ref: string,
    @Param('report', IdPipe) report: string,
    @AtMoment() moment: Moment,
  ): Promise<SingleStatusReportDto> {
    return this.queries.one(moment, ref, report);
  }
}
