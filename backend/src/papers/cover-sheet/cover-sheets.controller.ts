import { Body, Controller, Get, Param, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
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
} from '../../platform/index.js';
import { CoverSheetInputDto } from '../dto/cover-sheet-input.dto.js';
import {
  CoverSheetDocumentDto,
  CoverSheetDto,
  CoverSheetIssueListDto,
  IssueQuery,
} from '../dto/cover-sheet.dto.js';
import { CoverSheetsQueries } from './cover-sheets.queries.js';
import { CoverSheets } from './cover-sheets.service.js';
import { fileOf } from './sheet-files.js';

/** Cover sheets of papers: filled from the projects, completed by hand, issued. */
@ApiTags('papers')
@Controller('papers/:id/cover-sheet')
export class CoverSheetsController {
  constructor(
    private readonly sheets: CoverSheets,
    private readonly queries: CoverSheetsQueries,
  ) {}

  /** The cover sheet as it stands, with what is odd about it. */
  @Get()
  @Requires(Permission.PortfolioRead)
  sheet(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<CoverSheetDto> {
    return this.queries.sheet(actor, moment, id);
  }

  /** Keeps what is entered by hand, the whole of it. */
  @Put()
  @Requires(Permission.PaperEdit)
  enter(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() input: CoverSheetInputDto,
  ): Promise<CommandAnswer> {
    return this.sheets.enter({ id, version, actor }, input);
  }

  /** The issues of the cover sheet, the newest first; those with non-public consultations only to who may see them. */
  @Get('issues')
  @Requires(Permission.PortfolioRead)
  issues(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<CoverSheetIssueListDto> {
    return this.queries.issues(actor, moment, id, query);
  }

  /** Issues the cover sheet as it stands and keeps it. */
  @Post('issues')
  @Requires(Permission.PaperEdit)
  issue(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.sheets.issue({ id, version, actor });
  }

  /** An issue as it is kept (JSON), or made from that as tagged PDF or DOCX. */
  @Get('issues/:issue')
  @Requires(Permission.PortfolioRead)
  @ApiOkResponse({ type: CoverSheetDocumentDto })
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('issue', IdPipe) issue: string,
    @Query() query: IssueQuery,
    @AtMoment() moment: Moment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const content = await this.queries.content(actor, moment, { paperId: id, issueId: issue });
    const { name, type, bytes } = await fileOf(content, query.format ?? 'json');
    reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
    return new StreamableFile(bytes, { type });
  }
}
