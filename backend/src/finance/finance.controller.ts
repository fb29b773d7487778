import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AtMoment, type Moment, Permission, Requires } from '../platform/index.js';
import { ExceptionsDto } from './dto/exceptions.dto.js';
import { ExceptionsOrFileQuery, MatrixOrFileQuery, YearsOrFileQuery } from './dto/file.dto.js';
import { MatrixDto, MatrixProjectsDto, MatrixProjectsQuery } from './dto/matrix.dto.js';
import { FinanceYearsDto } from './dto/years.dto.js';
import { ExceptionsQueries } from './exceptions/exceptions.queries.js';
import { answerWithFile, wantsFile } from './files/answer-with-file.js';
import { FinanceFiles } from './files/finance-files.queries.js';
import { MatrixQueries } from './matrix/matrix.queries.js';
import { FinanceYearsQueries } from './years/years.queries.js';

/** The money of the whole portfolio. */
@ApiTags('finance')
@Controller('finance')
export class FinanceController {
  constructor(
    private readonly exceptionsQueries: ExceptionsQueries,
    private readonly matrixQueries: MatrixQueries,
    private readonly yearsQueries: FinanceYearsQueries,
    private readonly files: FinanceFiles,
  ) {}

  /** What finance has to look at, each with its reason, amounts and place; with `format` all of it as a file. */
  @Get('exceptions')
  @Requires(Permission.FinanceRead)
  @ApiOkResponse({ type: ExceptionsDto })
  async exceptions(
    @Query() query: ExceptionsOrFileQuery,
    @AtMoment() moment: Moment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExceptionsDto | StreamableFile> {
    if (!wantsFile(query)) return this.exceptionsQueries.exceptions(query, moment);
    return answerWithFile(reply, await this.files.exceptions(query, moment));
  }

  /** Need, secured, actual, gap and the like by group of projects, year and kind; with `format` as a file. */
  @Get('matrix')
  @Requires(Permission.FinanceRead)
  @ApiOkResponse({ type: MatrixDto })
  async matrix(
    @Query() query: MatrixOrFileQuery,
    @AtMoment() moment: Moment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatrixDto | StreamableFile> {
    if (!wantsFile(query)) return this.matrixQueries.matrix(query, moment);
    return answerWithFile(reply, await this.files.matrix(query, moment));
  }

  /** The projects of one group of the matrix, the largest first. */
  @Get('matrix/projects')
  @Requires(Permission.FinanceRead)
  matrixProjects(
    @Query() query: MatrixProjectsQuery,
    @AtMoment() moment: Moment,
  ): Promise<MatrixProjectsDto> {
    return this.matrixQueries.projects(query, moment);
  }

  /** From need to gap, and plan, forecast and actual, by year and kind; with `format` as a file. */
  @Get('years')
  @Requires(Permission.FinanceRead)
  @ApiOkResponse({ type: FinanceYearsDto })
  async years(
    @Query() query: YearsOrFileQuery,
    @AtMoment() moment: Moment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FinanceYearsDto | StreamableFile> {
    if (!wantsFile(query)) return this.yearsQueries.years(query, moment);
    return answerWithFile(reply, await this.files.years(query, moment));
  }
}
