import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  BrowsersOnly,
  CurrentActor,
  IdPipe,
  NoHistory,
  Permission,
  Requires,
} from '../platform/index.js';
import { CalendarFeedsQueries } from './calendar-feeds.queries.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import {
  CalendarFeedsDto,
  CalendarFeedsQuery,
  CreateCalendarFeedDto,
  CreatedCalendarFeedDto,
} from './dto/calendar-feed.dto.js';

/** Calendars that a person subscribed to. */
@ApiTags('me')
@NoHistory()
@BrowsersOnly()
@Controller('me/calendar-feeds')
export class CalendarFeedsController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly queries: CalendarFeedsQueries,
  ) {}

  /** My calendars, without their addresses. */
  @Get()
  @Requires(Permission.SignedIn)
  list(@CurrentActor() actor: Actor, @Query() query: CalendarFeedsQuery): Promise<CalendarFeedsDto> {
    return this.queries.page(actor.personId, query);
  }

  /** Makes a calendar and answers its address, this once. */
  @Post()
  @Requires(Permission.SignedIn)
  create(
    @CurrentActor() actor: Actor,
    @Body() input: CreateCalendarFeedDto,
  ): Promise<CreatedCalendarFeedDto> {
    return this.feeds.create(actor, input);
  }

  /** Ends one of my calendars at once and for good. */
  @Delete(':id')
  @HttpCode(204)
  @Requires(Permission.SignedIn)
  revoke(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.feeds.revoke(actor, id);
  }
}
