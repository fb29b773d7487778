import { utc } from '../../platform/index.js';

/** The project of the item `i` as the session `s` saw it, also in minutes that an addendum brings about years later. */
const PROJECT = `
  (select jsonb_build_object('id', p.id, 'number', p.number, 'title', p.title)
     from history.project p
    where p.id = i.project_id and p.from_rev <= s.closed_rev and p.to_rev > s.closed_rev)`;

const sessionSql = (column: string): string => `
  select s.id, current_rev() as rev, s.state,
         jsonb_build_object(
           'number', s.number, 'title', s.title, 'place', s.place, 'startsAt', ${utc('s.starts_at')},
           'openedAt', ${utc('s.opened_at')}, 'closedAt', ${utc('s.closed_at')}) as session,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', m.id, 'role', m.role, 'label', m.label, 'attendance', m.attendance)
                   order by array_position(array['chair', 'secretary', 'member', 'finance', 'portfolio-office', 'guest'], m.role),
                            m.label, m.id), '[]')
            from review_participant m where m.session_id = s.id) as participants,
         -- What people are called keeps no history: it is read as it is today and stands in the paper alone.
         (select coalesce(jsonb_object_agg(m.id, person.display_name), '{}')
            from review_participant m join person on person.id = m.person_id where m.session_id = s.id) as names,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', i.id, 'title', i.title, 'note', i.note,
                   'project', ${PROJECT},
                   'decision', (select jsonb_build_object(
                                         'outcome', d.outcome, 'text', d.text, 'comeBackOn', d.come_back_on,
                                         'conditions', (select coalesce(jsonb_agg(jsonb_build_object(
                                            'text', c.text, 'dueOn', c.due_on, 'ownerRole', c.owner_role)
                                            order by c.due_on, c.id), '[]')
                                            from review_condition c where c.decision_id = d.id))
                                  from review_decision d where d.item_id = i.id)) order by i.position, i.id), '[]')
            from review_item i where i.session_id = s.id and i.state = 'taken') as items,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'title', i.title, 'note', i.note,
                   'project', ${PROJECT}) order by i.id), '[]')
            from review_item i where i.session_id = s.id and i.state = 'dropped') as dropped,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'text', a.text, 'itemId', a.item_id, 'addedAt', ${utc('a.added_at')}) order by a.added_at, a.id), '[]')
            from review_addendum a where a.session_id = s.id) as addenda
    from review_session s where s.${column} = $1`;

/** All that the minutes of a session say. */
export const MINUTES = { id: sessionSql('id'), number: sessionSql('number') };
