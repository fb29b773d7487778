import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock, NoHistory, Permission, Requires } from '../platform/index.js';
import { ChangeLogQueries } from './change-log.queries.js';
import { ChangeLogDto, ChangeLogQuery } from './dto/change-log.dto.js';

/** The log of all changes. */
@ApiTags('administration')
@NoHistory()
@Controller('changes')
export class ChangeLogController {
  constructor(
    private readonly queries: ChangeLogQueries,
    private readonly clock: Clock,
  ) {}

  /** Changes that match the filters, the newest first: a page, or with `format=csv` all of them as a file. */
  @Get()
  @Requires(Permission.ChangesRead)
  @ApiOkResponse({ type: ChangeLogDto })
  async list(
    @Query() query: ChangeLogQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangeLogDto | StreamableFile> {
    if (query.format !== 'csv') return this.queries.page(query);
    const name = `aenderungen-${this.clock.today()}.csv`;
    reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
    return new StreamableFile(this.queries.csv(query), { type: 'text/csv; charset=utf-8' });
  }
}
