import { Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IdPipe,
  type Moment,
  PageQuery,
  Permission,
  Requires,
} from '../../platform/index.js';
import { KeptDocumentListDto, MinutesFileQuery } from '../dto/kept-document.dto.js';
import { handOut } from '../kept/hand-out.js';
import { KeptDocumentsQueries } from '../kept/kept-documents.queries.js';
import { MinutesService } from './minutes.service.js';

/** Minutes of closed sessions. */
@ApiTags('reviews')
@Controller('review-sessions/:id/minutes')
export class MinutesController {
  constructor(
    private readonly service: MinutesService,
    private readonly kept: KeptDocumentsQueries,
  ) {}

  /** Minutes that were issued, the newest first: those of the closing, then one for each addendum. */
  @Get()
  @Requires(Permission.SessionRead)
  list(
    @Param('id') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<KeptDocumentListDto> {
    return this.kept.list(moment, { session: ref, kind: 'minutes', query });
  }

  /** Issues the minutes of a closed session anew. */
  @Post()
  @Requires(Permission.SessionEdit)
  issue(@Param('id') ref: string, @CurrentActor() actor: Actor): Promise<CommandAnswer> {
    return this.service.issue(actor, ref);
  }

  /** A file of the minutes: the very bytes that were kept. */
  @Get(':minutes/file')
  @Requires(Permission.SessionRead)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Param('id') ref: string,
    @Param('minutes', IdPipe) minutes: string,
    @Query() { format }: MinutesFileQuery,
    @AtMoment() moment: Moment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handOut(
      reply,
      await this.kept.file(moment, { session: ref, kind: 'minutes', id: minutes }, format),
    );
  }
}
