import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, NoHistory, Permission, Requires } from '../platform/index.js';
import { DraftContentDto, StatusDraftDto } from './dto/status-draft.dto.js';
import { StatusDraftsService } from './status-drafts.service.js';
import { StatusReportsQueries } from './status-reports.queries.js';

/** The own draft of the next report: kept while typing, seen by nobody else, gone with the publication. */
@ApiTags('status-reports')
@NoHistory()
@Controller('projects/:ref/status-reports/draft')
export class StatusDraftsController {
  constructor(
    private readonly service: StatusDraftsService,
    private readonly queries: StatusReportsQueries,
  ) {}

  /** The own draft. */
  @Get()
  @Requires(Permission.StatusPublish)
  read(@CurrentActor() actor: Actor, @Param('ref') ref: string): Promise<StatusDraftDto> {
    return this.queries.draft(actor, ref);
  }

  /** Keeps what was typed so far, whole or in part; the last saving counts. */
  @Put()
  @HttpCode(204)
  @Requires(Permission.StatusPublish)
  save(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Body() content: DraftContentDto,
  ): Promise<void> {
    return this.service.save({ ref, actor }, content);
  }

  /** Throws the own draft away. */
  @Delete()
  @HttpCode(204)
  @Requires(Permission.StatusPublish)
  discard(@CurrentActor() actor: Actor, @Param('ref') ref: string): Promise<void> {
    return this.service.discard({ ref, actor });
  }
}
