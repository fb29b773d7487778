import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoHistory, Permission, Requires } from '../platform/index.js';
import { CalendarFile } from './calendar-file.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { CalendarQueries } from './calendar.queries.js';

/** Calendars for programs that subscribe to them: who knows the address may read. */
@ApiTags('calendar')
@NoHistory()
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly queries: CalendarQueries,
    private readonly file: CalendarFile,
  ) {}

  /** A calendar as an iCalendar file (RFC 5545), by the secret in its address. */
  @Get(':secret')
  @ApiProduces('text/calendar')
  @Requires(Permission.Anyone)
  async read(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const calendar = await this.feeds.find(secret);
    return this.file.send(await this.queries.entries(calendar), { kind: calendar.kind, request, reply });
  }
}
