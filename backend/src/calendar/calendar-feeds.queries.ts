import { Injectable } from '@nestjs/common';
import { pageOf, Reads } from '../platform/index.js';
import { instant } from './calendar.sql.js';
import type { CalendarFeedDto, CalendarFeedsDto, CalendarFeedsQuery } from './dto/calendar-feed.dto.js';

/** Answers which calendars a person subscribed to. Never with a secret or its hash. */
@Injectable()
export class CalendarFeedsQueries {
  constructor(private readonly reads: Reads) {}

  /** A page of a person's calendars, the newest first; revoked ones are gone. */
  async page(personId: string, query: CalendarFeedsQuery): Promise<CalendarFeedsDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<{ total: number; items: CalendarFeedDto[] }>({ rev: null }, FEEDS, [
      personId,
      pageSize,
      offset,
    ]);
    return { items: row?.items ?? [], total: row?.total ?? 0, page, pageSize };
  }
}

const FEEDS = `
  with feed as (select * from calendar_feed where person_id = $1 and revoked_at is null)
  select (select count(*) from feed) as total,
         (select coalesce(jsonb_agg(item), '[]') from (
            select f.id, f.kind, case when a.id is not null then jsonb_build_object('de', a.title_de, 'en', a.title_en) end as "actionField", u.short_name as office,
                   ${instant('f.created_at')} as "createdAt", ${instant('f.last_used_at')} as "lastUsedAt"
              from feed f left join action_field a on a.id = f.action_field_id left join org_unit u on u.id = f.office_id
             order by f.created_at desc, f.id limit $2 offset $3) item) as items`;
