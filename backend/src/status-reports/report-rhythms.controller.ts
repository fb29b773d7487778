import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CurrentActor,
  IfMatch,
  type Moment,
  Permission,
  Requires,
} from '../platform/index.js';
import { PutReportRhythmsAnswer, PutReportRhythmsDto, ReportRhythmsDto } from './dto/report-rhythm.dto.js';
import { ReportRhythmsQueries } from './report-rhythms.queries.js';
import { ReportRhythms } from './report-rhythms.js';

/** The rhythm in which status reports are awaited. */
@ApiTags('administration')
@Controller('settings/report-rhythms')
export class ReportRhythmsController {
  constructor(
    private readonly rhythms: ReportRhythms,
    private readonly queries: ReportRhythmsQueries,
  ) {}

  /** Within how many days projects report, by their phase. */
  @Get()
  @Requires(Permission.PortfolioRead)
  read(@AtMoment() moment: Moment): Promise<ReportRhythmsDto> {
    return this.queries.read(moment);
  }

  /** Sets the rhythms of all phases; the past stays judged by those of then. */
  @Put()
  @Requires(Permission.SettingsEdit)
  put(
    @Body() { rhythms }: PutReportRhythmsDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<PutReportRhythmsAnswer> {
    return this.rhythms.put({ version, actor }, rhythms);
  }
}
