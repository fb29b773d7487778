import { Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  AsOfQuery,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IdPipe,
  type Moment,
  PageQuery,
  Permission,
  Requires,
} from '../../platform/index.js';
import { DossierDto } from '../dto/dossier.dto.js';
import { DossierFileQuery, KeptDocumentListDto } from '../dto/kept-document.dto.js';
import { handOut } from '../kept/hand-out.js';
import { KeptDocumentsQueries } from '../kept/kept-documents.queries.js';
import { DossiersQueries } from './dossiers.queries.js';
import { DossiersService } from './dossiers.service.js';

/** What the commission reads before a session. */
@ApiTags('reviews')
@Controller('review-sessions/:id')
export class DossiersController {
  constructor(
    private readonly service: DossiersService,
    private readonly queries: DossiersQueries,
    private readonly kept: KeptDocumentsQueries,
  ) {}

  /** The dossier as it would be issued at the moment. */
  @Get('dossier')
  @Requires(Permission.SessionRead)
  preview(
    @Param('id') ref: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<DossierDto> {
    return this.queries.preview(moment, ref);
  }

  /** Dossiers that were issued, the newest first. */
  @Get('dossiers')
  @Requires(Permission.SessionRead)
  list(
    @Param('id') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<KeptDocumentListDto> {
    return this.kept.list(moment, { session: ref, kind: 'dossier', query });
  }

  /** Issues the dossier from what is known now and keeps it. */
  @Post('dossiers')
  @Requires(Permission.SessionEdit)
  issue(@Param('id') ref: string, @CurrentActor() actor: Actor): Promise<CommandAnswer> {
    return this.service.issue(actor, ref);
  }

  /** A dossier as it was issued. */
  @Get('dossiers/:dossier')
  @Requires(Permission.SessionRead)
  one(
    @Param('id') ref: string,
    @Param('dossier', IdPipe) dossier: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<DossierDto> {
    return this.queries.issued(moment, ref, dossier);
  }

  /** A file of an issued dossier: the very bytes that were kept. */
  @Get('dossiers/:dossier/file')
  @Requires(Permission.SessionRead)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Param('id') ref: string,
    @Param('dossier', IdPipe) dossier: string,
    @Query() { format }: DossierFileQuery,
    @AtMoment() moment: Moment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return handOut(
      reply,
      await this.kept.file(moment, { session: ref, kind: 'dossier', id: dossier }, format),
    );
  }
}
