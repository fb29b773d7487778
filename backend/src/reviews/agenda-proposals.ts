import { Injectable } from '@nestjs/common';
import { Clock, type Moment, NotFound, Reads, utc } from '../platform/index.js';
import { hasEnded } from '../projects/index.js';
import { type AgendaFacts, type FactsBefore, reasonsOf, weightOf } from './agenda.rules.js';
import type { AgendaReason, ItemState } from './review.enums.js';
import { SESSION_BEFORE } from './reviews.sql.js';
import { sessionDay } from './session-day.js';
import { sessionKey } from './session-key.js';

/** A project for which something speaks, and what has become of it on the agenda. */
export interface Proposal {
  project: { id: string; number: string; title: string };
  reasons: AgendaReason[];
  item: { id: string; version: number; state: ItemState } | null;
}

/** All proposals for a session, the weightiest first, and the revision that they speak of. */
export interface Proposals {
  rev: number;
  items: Proposal[];
  /** The session since which is compared; null before the first. */
  since: { number: number; closedRev: number } | null;
}

interface FactsRow extends AgendaFacts {
  id: string;
  number: string;
  title: string;
}

interface SessionRow {
  rev: number;
  id: string;
  startsAt: string;
  items: { id: string; version: number; state: ItemState; projectId: string }[];
  since: Proposals['since'];
}

/** Makes the agenda propose itself from facts: those of now beside those that the session before has seen. */
@Injectable()
export class AgendaProposals {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound (404) */
  async all(moment: Pick<Moment, 'rev' | 'today'>, ref: string): Promise<Proposals> {
    return this.find(moment, ref, null);
  }

  /** The reasons that speak for one project now. @throws NotFound (404) */
  async reasonsFor(ref: string, projectId: string): Promise<AgendaReason[]> {
    const { items } = await this.find({ rev: null, today: this.clock.today() }, ref, projectId);
    return items[0]?.reasons ?? [];
  }

  private async find(
    moment: Pick<Moment, 'rev' | 'today'>,
    ref: string,
    projectId: string | null,
  ): Promise<Proposals> {
    const { column, value } = sessionKey(ref);
    const [session] = await this.reads.query<SessionRow>(moment, SESSION[column], [value]);
    if (session === undefined) throw new NotFound('review-session');
    const { since, rev } = session;
    const sessionOn = sessionDay(session.startsAt, moment.today);
    const facts = await this.reads.query<FactsRow>(moment, FACTS, [sessionOn, projectId, session.id]);
    const before =
      since === null
        ? []
        : await this.reads.query<FactsBefore & { id: string }>({ rev: since.closedRev }, BEFORE, [projectId]);
    const then = new Map(before.map((row) => [row.id, row]));
    const items = facts
      .map(({ id, number, title, ...now }) => ({
        project: { id, number, title },
        reasons: reasonsOf(now, {
          before: then.get(id) ?? null,
          hasSessionBefore: since !== null,
          sessionOn,
        }),
        item: itemOf(session, id),
      }))
      .filter(({ reasons, item }) => reasons.length > 0 || item !== null)
      // The rows come by title already, and sorting keeps what weighs the same in its order.
      .sort((one, other) => weightOf(other.reasons) - weightOf(one.reasons));
    return { rev, since, items };
  }
}

function itemOf({ items }: SessionRow, projectId: string): Proposal['item'] {
  const item = items.find((one) => one.projectId === projectId);
  return item === undefined ? null : { id: item.id, version: item.version, state: item.state };
}

const sessionSql = (column: string): string => `
  select current_rev() as rev, s.id, ${utc('s.starts_at')} as "startsAt",
         (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'version', i.version, 'state', i.state,
                                                       'projectId', i.project_id)), '[]')
            from review_item i where i.session_id = s.id and i.project_id is not null) as items,
         (select jsonb_build_object('number', b.number, 'closedRev', b.closed_rev)
            from ${SESSION_BEFORE}) as since
    from review_session s where s.${column} = $1`;

const SESSION = { id: sessionSql('id'), number: sessionSql('number') };

/** The facts of all projects, or of one, on a day. Conditions of the session itself are not yet asked for in it. */
const FACTS = `
  select o.id, o.number, o.title, o.phase, ${hasEnded('o.phase')} as "hasEnded", o.light, o.report_count as "reportCount", o.reported_on as "reportedOn",
         greatest(0, coalesce($1::date - o.rhythm_since - (
           select r.days from report_rhythm r where r.phase = o.phase), 0)) as "overdueDays",
         o.help_wanted as "helpWanted", o.voice_differences as "voiceDifferences",
         o.gap_operating_cents + o.gap_capital_cents as "gapCents",
         coalesce(waiting.open, 0)::int as "openConditions",
         greatest(0, coalesce($1::date - waiting.due_on, 0)) as "conditionDelayDays",
         decided.come_back_on as "comeBackOn"
    from project_overview o
    left join (select c.project_id, count(*) as open, min(c.due_on) as due_on
                 from review_condition c
                where c.state <> 'met' and c.session_id <> $3::uuid group by c.project_id) waiting
      on waiting.project_id = o.id
    left join (select distinct on (d.project_id) d.project_id, d.come_back_on
                 from review_decision d where d.session_id <> $3::uuid
                order by d.project_id, d.decided_at desc, d.id desc) decided
      on decided.project_id = o.id
   where $2::uuid is null or o.id = $2::uuid
   order by o.title, o.number`;

/** What is compared with, of all projects or of one. */
const BEFORE = `
  select o.id, o.phase, o.light, o.report_count as "reportCount"
    from project_overview o where $1::uuid is null or o.id = $1::uuid`;
