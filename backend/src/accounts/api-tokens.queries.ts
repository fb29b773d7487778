import { Injectable } from '@nestjs/common';
import { pageOf, Reads, ROLES } from '../platform/index.js';
import { grantable } from './api-token.rules.js';
import type { ApiTokenDto, ApiTokensDto, ApiTokensQuery, GrantableListDto } from './dto/api-token.dto.js';
import { permissionsOf } from './role-permissions.js';

/** Answers which tokens there are. Never with a token or its hash. */
@Injectable()
export class ApiTokensQueries {
  constructor(private readonly reads: Reads) {}

  /** A page of tokens: those in use first, then the newest. */
  async page(query: ApiTokensQuery): Promise<ApiTokensDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<{ total: number; items: ApiTokenDto[] }>({ rev: null }, TOKENS, [
      pageSize,
      offset,
    ]);
    return { items: row?.items ?? [], total: row?.total ?? 0, page, pageSize };
  }

  /** What tokens can be given, by the role of their machine. */
  grantable(): GrantableListDto {
    return { roles: ROLES.map((role) => ({ role, permissions: grantable(permissionsOf([role])) })) };
  }
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const TOKENS = `
  with token as (
    select t.*, case when t.revoked_at is not null then 'revoked' when t.expires_at <= now() then 'expired'
                     else 'active' end as state
      from api_token t
  )
  select (select count(*) from token) as total,
         (select coalesce(jsonb_agg(item), '[]') from (
            select t.id, p.display_name as name, t.hint, p.roles,
                   case when u.id is not null
                        then jsonb_build_object('id', u.id, 'shortName', u.short_name, 'name', u.name) end as office,
                   t.permissions, t.state, maker.display_name as "createdBy",
                   ${instant('t.created_at')} as "createdAt", ${instant('t.expires_at')} as "expiresAt",
                   ${instant('t.last_used_at')} as "lastUsedAt", ${instant('t.revoked_at')} as "revokedAt"
              from token t join person p on p.id = t.person_id join person maker on maker.id = t.created_by_id
              left join org_unit u on u.id = p.office_id
             order by t.state <> 'active', t.created_at desc, t.id limit $1 offset $2) item) as items`;
