import { Injectable } from '@nestjs/common';
import { cataloguePage, type Moment, momentName, NotFound, Reads, utc } from '../platform/index.js';
import type {
  ReviewSessionListDto,
  ReviewSessionsQuery,
  SingleReviewSessionDto,
} from './dto/review-session.dto.js';
import { SESSION_BEFORE, sessionName } from './reviews.sql.js';
import { sessionKey } from './session-key.js';

/** Answers which sessions there are. */
@Injectable()
export class ReviewSessionsQueries {
  constructor(private readonly reads: Reads) {}

  /** A page of sessions, the latest first. */
  list(moment: Moment, query: ReviewSessionsQuery): Promise<ReviewSessionListDto> {
    return cataloguePage(
      this.reads,
      { moment, query },
      {
        items: `select ${COLUMNS} from review_session s where cardinality($1::text[]) = 0 or s.state = any ($1)`,
        order: '"startsAt" desc, number desc',
        parameters: [query.state ?? []],
      },
    );
  }

  /** One session with its participants and addenda. @throws NotFound (404) */
  async one(moment: Moment, ref: string): Promise<SingleReviewSessionDto> {
    const { column, value } = sessionKey(ref);
    const [row] = await this.reads.query<SingleReviewSessionDto & { rev: number }>(moment, ONE[column], [
      value,
    ]);
    if (row === undefined) throw new NotFound('review-session');
    const { rev, ...session } = row;
    return { ...session, moment: momentName(rev, moment) };
  }
}

const COLUMNS = `
  s.id, s.version, s.number, ${utc('s.starts_at')} as "startsAt", s.title, s.place, s.state,
  ${utc('s.opened_at')} as "openedAt", 'r' || s.opened_rev as "openedMoment",
  ${utc('s.closed_at')} as "closedAt", 'r' || s.closed_rev as "closedMoment",
  (select count(*) from review_item i where i.session_id = s.id and i.state = 'taken')::int as "itemCount",
  (select count(*) from review_decision d where d.session_id = s.id)::int as "decidedCount"`;

const oneSql = (column: string): string => `
  select current_rev() as rev, ${COLUMNS},
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', m.id, 'role', m.role, 'label', m.label, 'attendance', m.attendance,
                   'person', case when person.id is not null
                             then jsonb_build_object('id', person.id, 'displayName', person.display_name) end)
                   order by array_position(array['chair', 'secretary', 'member', 'finance', 'portfolio-office', 'guest'], m.role),
                            coalesce(person.display_name, m.label) collate "de-x-icu", m.id), '[]')
            from review_participant m left join person on person.id = m.person_id
           where m.session_id = s.id) as participants,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', a.id, 'text', a.text, 'itemId', a.item_id, 'addedAt', ${utc('a.added_at')})
                   order by a.added_at, a.id), '[]')
            from review_addendum a where a.session_id = s.id) as addenda,
         (select ${sessionName('b')} from ${SESSION_BEFORE}) as previous
    from review_session s where s.${column} = $1`;

const ONE = { id: oneSql('id'), number: oneSql('number') };
