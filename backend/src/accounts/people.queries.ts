import { Injectable } from '@nestjs/common';
import { pageOf, Reads, type Role } from '../platform/index.js';
import type { PeopleDto, PeopleQuery, PersonDto } from './dto/person.dto.js';

/** Answers who there is, to choose a lead or a deputy from. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly reads: Reads) {}

  /** A page of people by name. */
  async page(query: PeopleQuery): Promise<PeopleDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<{ total: number; items: PersonDto[] }>({ rev: null }, PEOPLE, [
      query.q ?? '',
      query.role ?? ([] satisfies Role[]),
      pageSize,
      offset,
    ]);
    return { items: row?.items ?? [], total: row?.total ?? 0, page, pageSize };
  }
}

const PEOPLE = `
  with found as (
    select p.id, p.display_name as "displayName", p.roles,
           case when u.id is not null then jsonb_build_object('id', u.id, 'shortName', u.short_name, 'name', u.name) end as office
      from person p left join org_unit u on u.id = p.office_id
     where p.kind = 'person' and p.left_at is null
       and (fold(p.display_name || ' ' || coalesce(u.name, '') || ' ' || coalesce(u.short_name, '')) like '%' || fold($1) || '%')
       and (cardinality($2::text[]) = 0 or p.roles && $2::text[])
  )
  select (select count(*) from found) as total,
         (select coalesce(jsonb_agg(page), '[]')
            from (select * from found order by "displayName" collate "de-x-icu", id limit $3 offset $4) page) as items`;
