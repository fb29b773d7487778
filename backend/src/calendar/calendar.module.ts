import { Module } from '@nestjs/common';
import { CalendarFeedsController } from './calendar-feeds.controller.js';
import { CalendarFeedsQueries } from './calendar-feeds.queries.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { CalendarFile } from './calendar-file.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarQueries } from './calendar.queries.js';

/** Calendars that people subscribe to: milestones, reports, conditions, sessions. */
@Module({
  controllers: [CalendarFeedsController, CalendarController],
  providers: [CalendarFeeds, CalendarFeedsQueries, CalendarFile, CalendarQueries],
})
export class CalendarModule {}
