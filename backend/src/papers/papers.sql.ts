/**
 * Whether the person ($1 reads all, $2 person ids, $3 office ids) sees what is not public of `paper`. The moment says
 * which projects it is about; who they belong to is judged by today's rights, hence the live tables by their full names.
 */
export const IS_INSIDER = `
  ($1::boolean or exists (
    select from paper_project own
      join public.project of_own on of_own.id = own.project_id
     where own.paper_id = paper.id
       and (of_own.office_id = any ($3::uuid[])
            or exists (select from public.project_person team
                        where team.project_id = of_own.id and team.person_id = any ($2::uuid[])))))`;

/** Whether a paper or consultation is public: at the moment, and not withdrawn from the public until today. */
const isPublic = (table: 'paper' | 'consultation', alias: string): string => `
  (${alias}.is_public and not exists (
    select from public.${table} today where today.id = ${alias}.id and not today.is_public))`;

const IS_SEEN_CONSULTATION = `(${isPublic('consultation', 'c')} or ${IS_INSIDER})`;

/** Whether the person sees `paper`; $1 to $3 as for IS_INSIDER. */
export const IS_SEEN = `(${isPublic('paper', 'paper')} or ${IS_INSIDER})`;

const unit = (column: string): string => `
  (select jsonb_build_object('id', unit.id, 'key', unit.key, 'shortName', unit.short_name, 'name', unit.name)
     from org_unit unit where unit.id = paper.${column})`;

/** The consultations of `paper` that the person sees. */
const CONSULTATIONS = `
  coalesce((select jsonb_agg(jsonb_build_object(
              'id', c.id, 'body', body.key, 'bodyName', c.body_name, 'heldOn', c.held_on,
              'agendaItem', c.agenda_item, 'isPublic', c.is_public, 'role', c.role, 'result', c.result,
              'isAuthoritative', c.is_authoritative, 'url', c.url)
            order by c.held_on nulls last, c.agenda_item, c.id)
     from consultation c left join council_body body on body.id = c.body_id
    where c.paper_id = paper.id and ${IS_SEEN_CONSULTATION}), '[]')`;

/** The rights on the projects of `paper`. */
export const RIGHTS_ON_PROJECTS = `
  coalesce((select jsonb_agg(jsonb_build_object('officeId', project.office_id, 'personIds',
              (select coalesce(jsonb_agg(team.person_id), '[]') from project_person team
                where team.project_id = project.id)))
     from paper_project about join project on project.id = about.project_id
    where about.paper_id = paper.id), '[]')`;

/** What every answer says of `paper`; $1 to $3 as for IS_INSIDER. */
export const PAPER_COLUMNS = `
  paper.id, paper.version, paper.reference, paper.type, paper.title, paper.dated_on as "datedOn", paper.motion,
  paper.is_public as "isPublic", ${unit('directorate_id')} as directorate, ${unit('office_id')} as office,
  coalesce((select jsonb_agg(jsonb_build_object('id', project.id, 'number', project.number, 'title', project.title)
                             order by project.number)
     from paper_project about join project on project.id = about.project_id
    where about.paper_id = paper.id), '[]') as projects,
  ${CONSULTATIONS} as consultations, ${RIGHTS_ON_PROJECTS} as rights`;

/** One paper that the person sees; $4 its id. */
export const ONE_PAPER = `
  select current_rev() as rev, ${PAPER_COLUMNS} from paper where paper.id = $4 and ${IS_SEEN}`;

/** The papers that the person sees; $4 to $8 filters, null where there is none: text, type, body, from day, project. */
const FOUND = `
  select paper.*, ahead.held_on as ahead_on
    from paper
    left join lateral (
      select min(c.held_on) as held_on from consultation c
       where c.paper_id = paper.id and c.held_on >= $7::date and ${IS_SEEN_CONSULTATION}) ahead on true
   where ${IS_SEEN}
     and ($4::text is null or position(lower($4) in lower(concat_ws(' ', paper.reference, paper.title, paper.motion))) > 0)
     and ($5::text is null or paper.type = $5)
     and ($6::text is null or exists (
           select from consultation c join council_body body on body.id = c.body_id
            where c.paper_id = paper.id and body.key = $6 and ${IS_SEEN_CONSULTATION}))
     and ($7::date is null or ahead.held_on is not null)
     and ($8::uuid is null or exists (
           select from paper_project about where about.paper_id = paper.id and about.project_id = $8))`;

const ORDER = 'paper.ahead_on, paper.dated_on desc nulls last, paper.reference desc, paper.id';

/** A page of them ($9 from $10 on) with the total. */
export const PAGE_OF_PAPERS = `
  with found as materialized (${FOUND})
  select current_rev() as rev, (select count(*) from found)::int as total,
         coalesce((select jsonb_agg(to_jsonb(item) order by item.n) from (
           select row_number() over (order by ${ORDER}) as n, ${PAPER_COLUMNS} from found paper
            order by ${ORDER} limit $9 offset $10) item), '[]') as items`;
