import { Inject, Injectable } from '@nestjs/common';
import { type Config, CONFIG } from '../config/index.js';
import { type Actor, Reads, type Role } from '../platform/index.js';
import type { OwnSessionDto, OwnSessionsDto } from './dto/own-session.dto.js';
import type { SessionDto } from './dto/session.dto.js';

interface SessionRow {
  city: string | null;
  display_name: string | null;
  office: { id: string; shortName: string; name: string } | null;
  demo_data: boolean;
  sample_accounts: { login: string; role: Role; displayName: string }[];
}

/** Answers who is signed in, and where else. */
@Injectable()
export class SessionsQueries {
  constructor(
    private readonly reads: Reads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The session as the interface needs it at start. */
  async current(actor: Actor | undefined): Promise<SessionDto> {
    const [row] = await this.reads.query<SessionRow>({ rev: null }, CURRENT, [
      actor?.personId ?? null,
      this.config.sampleAccounts,
    ]);
    return {
      person:
        actor === undefined || row?.display_name == null
          ? null
          : {
              id: actor.personId,
              displayName: row.display_name,
              roles: actor.roles,
              office: row.office,
              isSecretary: actor.isSecretary,
              permissions: [...actor.permissions].sort(),
            },
      provider: this.config.oidc === null ? null : { label: this.config.oidc.label },
      city: row?.city ?? null,
      resetByMail: this.config.smtpUrl !== null,
      sampleMode: this.config.sampleAccounts,
      sampleAccounts: row?.sample_accounts ?? [],
      demoData: row?.demo_data ?? false,
    };
  }

  /** The sessions of a person that still stand. */
  async own(personId: string, currentId: string | undefined): Promise<OwnSessionsDto> {
    const items = await this.reads.query<OwnSessionDto>({ rev: null }, OWN, [
      personId,
      currentId ?? null,
      this.config.sessionIdleMinutes,
      this.config.sessionMaxHours,
    ]);
    return { items };
  }
}

const OWN = `
  select id, client, created_at as "createdAt", seen_at as "seenAt", id = $2::uuid as "isCurrent"
    from session
   where person_id = $1
     and seen_at > now() - make_interval(mins => $3)
     and created_at > now() - make_interval(hours => $4)
   order by seen_at desc, id`;

const CURRENT = `
  select p.display_name,
         (select jsonb_build_object('id', u.id, 'shortName', u.short_name, 'name', u.name)
            from org_unit u where u.id = p.office_id) as office,
         (select city from strategy order by adopted_on desc nulls last, edition desc limit 1) as city,
         exists (select from project where origin = 'sample') as demo_data,
         case when $2 then coalesce(
           (select jsonb_agg(jsonb_build_object('login', a.login, 'role', s.roles[1], 'displayName', s.display_name)
                             order by array_position(array['project-lead', 'commission', 'finance', 'portfolio-office',
                               'office-coordinator', 'employee', 'admin'], s.roles[1]))
              from account a join person s on s.id = a.person_id where s.is_sample), '[]') else '[]' end as sample_accounts
    from (select 1) as one left join person p on p.id = $1::uuid`;
