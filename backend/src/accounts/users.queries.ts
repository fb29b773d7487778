import { Injectable } from '@nestjs/common';
import { NotFound, pageOf, Reads, type Role, utc } from '../platform/index.js';
import type { UserDetailDto, UserDto, UsersDto, UsersQuery } from './dto/user.dto.js';

/** Answers who there is, for those who administer people. Machines are no people. */
@Injectable()
export class UsersQueries {
  constructor(private readonly reads: Reads) {}

  /** A page of people by name. */
  async page(query: UsersQuery): Promise<UsersDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<{ total: number; items: UserDto[] }>({ rev: null }, USERS, [
      query.q ?? '',
      query.role ?? ([] satisfies Role[]),
      query.office ?? null,
      query.state === 'left',
      pageSize,
      offset,
    ]);
    return { items: row?.items ?? [], total: row?.total ?? 0, page, pageSize };
  }

  /**
   * One person with what depends on them.
   * @throws NotFound
   */
  async one(id: string): Promise<UserDetailDto> {
    const [user] = await this.reads.query<UserDetailDto>({ rev: null }, USER, [id]);
    if (user === undefined) throw new NotFound('person');
    return user;
  }
}

const COLUMNS = `
  p.id, p.version, p.display_name as "displayName", p.mail, p.roles,
  case when u.id is not null then jsonb_build_object('id', u.id, 'shortName', u.short_name, 'name', u.name) end as office,
  p.is_secretary as "isSecretary",
  case when d.id is not null then jsonb_build_object('id', d.id, 'displayName', d.display_name) end as deputy,
  array_remove(array[
    case when exists (select from account a where a.person_id = p.id) then 'local' end,
    case when exists (select from identity i where i.person_id = p.id) then 'provider' end], null) as "signsInBy",
  ${utc('p.left_at')} as "leftAt"`;

const TABLES = `
  person p left join org_unit u on u.id = p.office_id left join person d on d.id = p.deputy_id`;

const USERS = `
  with found as (
    select p.id, p.display_name
      from person p left join org_unit u on u.id = p.office_id
     where p.kind = 'person' and (p.left_at is not null) = $4
       and fold(concat_ws(' ', p.display_name, p.mail, u.name, u.short_name)) like '%' || fold($1) || '%'
       and (cardinality($2::text[]) = 0 or p.roles && $2::text[])
       and ($3::text is null or $3 in (u.id::text, u.key))
  ),
  page as (select id from found order by display_name collate "de-x-icu", id limit $5 offset $6)
  select (select count(*) from found) as total,
         (select coalesce(jsonb_agg(item), '[]')
            from (select ${COLUMNS} from ${TABLES} where p.id in (select id from page)
                   order by p.display_name collate "de-x-icu", p.id) item) as items`;

const USER = `
  select ${COLUMNS},
         (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number, 'title', x.title, 'function', pp.function)
                                    order by x.number), '[]')
            from project_person pp join project x on x.id = pp.project_id where pp.person_id = p.id) as projects,
         (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'displayName', o.display_name)
                                    order by o.display_name collate "de-x-icu"), '[]')
            from person o where o.deputy_id = p.id) as "standsInFor"
    from ${TABLES} where p.id = $1 and p.kind = 'person'`;
