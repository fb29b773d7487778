import {
  Body,
  Controller,
  Delete,
  Get,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AcceptsFile,
  type Actor,
  CommandAnswer,
  CurrentActor,
  fileOf,
  IdPipe,
  IfMatch,
  NoHistory,
  Permission,
  Requires,
} from '../platform/index.js';
import {
  LedgerChangesDto,
  LedgerChangesQuery,
  LedgerImportDto,
  LedgerImportsDto,
  LedgerImportsQuery,
  LedgerRowsDto,
  LedgerRowsQuery,
} from './dto/ledger-import.dto.js';
import { CreateLedgerImportDto, SetUpLedgerImportDto } from './dto/ledger-setup.dto.js';
import { LedgerImportsQueries } from './ledger-imports.queries.js';
import { LedgerImportsService } from './ledger-imports.service.js';
import { LedgerRowsFile } from './ledger-rows.file.js';

const FILE_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];

/** Files of the ledger that set what is booked for projects; finance's business. */
@ApiTags('ledger')
@NoHistory()
@Controller('ledger-imports')
export class LedgerImportsController {
  constructor(
    private readonly service: LedgerImportsService,
    private readonly queries: LedgerImportsQueries,
    private readonly files: LedgerRowsFile,
  ) {}

  /** Lists them, the newest first. */
  @Get()
  @Requires(Permission.LedgerImport)
  list(@Query() query: LedgerImportsQuery): Promise<LedgerImportsDto> {
    return this.queries.list(query);
  }

  /** Begins one; its file comes next. */
  @Post()
  @Requires(Permission.LedgerImport)
  create(@CurrentActor() actor: Actor, @Body() values: CreateLedgerImportDto): Promise<CommandAnswer> {
    return this.service.create(actor, values);
  }

  /** How it is read, how far it is, and what its check found. */
  @Get(':id')
  @Requires(Permission.LedgerImport)
  one(@Param('id', IdPipe) id: string): Promise<LedgerImportDto> {
    return this.queries.one(id);
  }

  /** Takes the file, CSV or XLSX, as it is. */
  @Put(':id/file')
  @AcceptsFile()
  @Requires(Permission.LedgerImport)
  @ApiConsumes(...FILE_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  receive(@Param('id', IdPipe) id: string, @Req() request: FastifyRequest): Promise<CommandAnswer> {
    return this.service.receive(id, fileOf(request));
  }

  /** Puts right how the file is read, or what its columns are. */
  @Patch(':id')
  @Requires(Permission.LedgerImport)
  setUp(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() values: SetUpLedgerImportDto,
  ): Promise<CommandAnswer> {
    return this.service.setUp({ id, version, actor }, values);
  }

  /** Lets the file be read and compared with the lines: a dry run that changes nothing. */
  @Post(':id/check')
  @Requires(Permission.LedgerImport)
  check(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.service.check({ id, version, actor });
  }

  /** Lets what was checked be applied, as one change. */
  @Post(':id/apply')
  @Requires(Permission.LedgerImport)
  apply(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.service.apply({ id, version, actor });
  }

  /** Lets an applied one be undone, as a new change; what changed since stays as it is. */
  @Post(':id/undo')
  @Requires(Permission.LedgerImport)
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.service.undo({ id, version, actor });
  }

  /** Forgets one that changed nothing. */
  @Delete(':id')
  @Requires(Permission.LedgerImport)
  discard(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.service.discard({ id, version, actor });
  }

  /** What it changes, line by line. */
  @Get(':id/changes')
  @Requires(Permission.LedgerImport)
  changes(@Param('id', IdPipe) id: string, @Query() query: LedgerChangesQuery): Promise<LedgerChangesDto> {
    return this.queries.changes(id, query);
  }

  /** Its rows, each with what became of it; with `format=csv` all of them as a file, with the reasons in words. */
  @Get(':id/rows')
  @Requires(Permission.LedgerImport)
  @ApiOkResponse({ type: LedgerRowsDto })
  async rows(
    @Param('id', IdPipe) id: string,
    @Query() query: LedgerRowsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerRowsDto | StreamableFile> {
    if (query.format !== 'csv') return this.queries.rows(id, query);
    const { name, content } = await this.files.csv(id, query.outcome);
    reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
    return new StreamableFile(content, { type: 'text/csv; charset=utf-8' });
  }
}
