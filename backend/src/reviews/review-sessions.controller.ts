import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AsOfQuery,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IfMatch,
  type Moment,
  Permission,
  Requires,
} from '../platform/index.js';
import { AddAddendumDto } from './dto/review-addendum.dto.js';
import { CreateReviewSessionDto, EditReviewSessionDto } from './dto/review-session-input.dto.js';
import {
  ReviewSessionListDto,
  ReviewSessionsQuery,
  SingleReviewSessionDto,
} from './dto/review-session.dto.js';
import { ReviewAddendaService } from './review-addenda.service.js';
import { ReviewSessionsQueries } from './review-sessions.queries.js';
import { ReviewSessionsService } from './review-sessions.service.js';

/** Sessions of the IT commission. */
@ApiTags('reviews')
@Controller('review-sessions')
export class ReviewSessionsController {
  constructor(
    private readonly sessions: ReviewSessionsService,
    private readonly addenda: ReviewAddendaService,
    private readonly queries: ReviewSessionsQueries,
  ) {}

  /** Sessions, the latest first. */
  @Get()
  @Requires(Permission.SessionRead)
  list(@Query() query: ReviewSessionsQuery, @AtMoment() moment: Moment): Promise<ReviewSessionListDto> {
    return this.queries.list(moment, query);
  }

  /** Plans a session. */
  @Post()
  @Requires(Permission.SessionEdit)
  create(@Body() input: CreateReviewSessionDto, @CurrentActor() actor: Actor): Promise<CommandAnswer> {
    return this.sessions.create(actor, input);
  }

  /** One session, by id or number. */
  @Get(':id')
  @Requires(Permission.SessionRead)
  one(
    @Param('id') ref: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<SingleReviewSessionDto> {
    return this.queries.one(moment, ref);
  }

  /** Changes date, place or title. */
  @Patch(':id')
  @Requires(Permission.SessionEdit)
  edit(
    @Param('id') ref: string,
    @Body() changes: EditReviewSessionDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.sessions.edit({ ref, version, actor }, changes);
  }

  /** Opens the session: decisions can be recorded from now on. */
  @Post(':id/opening')
  @Requires(Permission.SessionEdit)
  open(
    @Param('id') ref: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.sessions.open({ ref, version, actor });
  }

  /** Closes the session for good. */
  @Post(':id/closing')
  @Requires(Permission.SessionEdit)
  close(
    @Param('id') ref: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.sessions.close({ ref, version, actor });
  }

  /** Adds a correction to a closed session. */
  @Post(':id/addenda')
  @Requires(Permission.SessionEdit)
  addAddendum(
    @Param('id') ref: string,
    @Body() input: AddAddendumDto,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.addenda.add({ ref, actor }, input);
  }
}
