import { CalendarFeed } from './calendar-feed.entity.js';

export { CalendarModule } from './calendar.module.js';

/** The tables of this feature. */
export const CALENDAR_ENTITIES = [CalendarFeed];
