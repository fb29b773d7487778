import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CurrentActor,
  type Moment,
  PageQuery,
  Permission,
  Requires,
} from '../../platform/index.js';
import { AskedForReportsDto, AskForReportsDto, OverdueListDto } from './report-request.dto.js';
import { ReportingQueries } from './reporting.queries.js';
import { ReportRequestsService } from './report-requests.service.js';

/** Asking for reports, and which ones are missing. */
@ApiTags('status-reports')
@Controller()
export class ReportingController {
  constructor(
    private readonly requests: ReportRequestsService,
    private readonly queries: ReportingQueries,
  ) {}

  /** Asks the projects of a session, or those that are named, for a report by a day. */
  @Post('report-requests')
  @Requires(Permission.ReportRequest)
  ask(@CurrentActor() actor: Actor, @Body() input: AskForReportsDto): Promise<AskedForReportsDto> {
    return this.requests.ask(actor, input);
  }

  /** Projects whose report is overdue by rhythm or by request, the longest first. */
  @Get('reporting/overdue')
  @Requires(Permission.ReportRequest)
  overdue(@Query() query: PageQuery, @AtMoment() moment: Moment): Promise<OverdueListDto> {
    return this.queries.overdue(moment, query);
  }
}
