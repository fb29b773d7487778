import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AtMoment, type Moment, NoHistory, Permission, Requires } from '../../platform/index.js';
import { ChangeDigestDto } from '../dto/digest.dto.js';
import { DigestOrFileQuery } from '../dto/file.dto.js';
import { answerWithFile, wantsFile } from '../files/answer-with-file.js';
import { FinanceFiles } from '../files/finance-files.queries.js';
import { DigestQueries } from './digest.queries.js';

/** Which amounts changed. It names its two moments itself, so it takes no third one. */
@ApiTags('finance')
@Controller('finance/changes')
@NoHistory()
export class DigestController {
  constructor(
    private readonly digests: DigestQueries,
    private readonly files: FinanceFiles,
  ) {}

  /** Amounts that changed between two moments, by whom and why, with counts and sums; with `format` all as a file. */
  @Get()
  @Requires(Permission.FinanceRead)
  @ApiOkResponse({ type: ChangeDigestDto })
  async read(
    @Query() query: DigestOrFileQuery,
    @AtMoment('from') from: Moment,
    @AtMoment('to') to: Moment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangeDigestDto | StreamableFile> {
    if (!wantsFile(query)) return this.digests.page(query, { from, to });
    return answerWithFile(reply, await this.files.digest(query, { from, to }));
  }
}
