import type { Audience } from '../platform/index.js';

/** The selects of the catalogues: each row has the shape that the contract gives it. */

/**
 * The strategy that counts when none is named: of those that no other continues, the one adopted last, and of two
 * adopted on one day the one loaded last.
 */
export const CURRENT_STRATEGY = `
  select id from strategy candidate
   where not exists (select from strategy newer where newer.previous_id = candidate.id)
   order by adopted_on desc nulls last, id desc
   limit 1`;

/** The edition that a reference means: an id, or a key (its newest edition); the current one for null. */
export const strategyByRef = (parameter: string): string => `
  select id from (
    select id, edition from strategy where id::text = ${parameter} or key = ${parameter}
    union all
    select id, 0 from (${CURRENT_STRATEGY}) current where ${parameter}::text is null
  ) named
  order by edition desc
  limit 1`;

/** Text in the languages of the interface, null when there is none. */
const text = (column: string): string => `
  case when ${column}_de is not null then json_build_object('de', ${column}_de, 'en', ${column}_en) end`;

export const STRATEGIES = `
  select strategy.id, strategy.key, strategy.edition, ${text('title')} as title, strategy.city,
         strategy.adopted_on as "adoptedOn", strategy.paper_reference as "paperReference",
         coalesce(directorate.name, strategy.responsible_directorate) as "responsibleDirectorate",
         coalesce(office.name, strategy.responsible_office) as "responsibleOffice",
         strategy.source, strategy.previous_id as "previousId",
         strategy.id = (${CURRENT_STRATEGY}) as "isCurrent"
    from strategy
    left join org_unit directorate on directorate.key = strategy.responsible_directorate
    left join org_unit office on office.key = strategy.responsible_office`;

export const DESIGN_PRINCIPLES = `
  select id, strategy_id as "strategyId", key, position, ${text('title')} as title,
         ${text('question')} as question, levels, weight
    from design_principle`;

export const ACTION_FIELDS = `
  select id, strategy_id as "strategyId", key, position, ${text('title')} as title,
         ${text('status_quo')} as "statusQuo", ${text('target_picture')} as "targetPicture"
    from action_field`;

const agendas = (entries: string): string => `
  select id, key, ${text('title')} as title, year_from as "yearFrom", year_to as "yearTo", strategy_id as "strategyId",
         (select count(*) from (${entries}) entry where agenda_id = digital_agenda.id) as "entryCount",
         (select count(*) from (${entries}) entry where agenda_id = digital_agenda.id and "leadProject") as "leadProjectCount"
    from digital_agenda`;

/**
 * The projects in agendas, by whom they are shown to. The public sees published ones as they were published, counted
 * anew without the gaps of internal ones, and no reason; as of a moment only what is public today, since it was
 * published last (backend/decisions/0008-published-record.md).
 */
export const AGENDA_ENTRIES: Record<Audience, string> = {
  staff: `
    select agenda_id, project_id as "projectId", project.number, project.title, position,
           lead_project as "leadProject", reason
      from agenda_entry join project on project.id = project_id`,
  public: `
    select agenda_id, project_id as "projectId", record.number, record.title,
           case when position is not null
                then row_number() over (partition by agenda_id order by position nulls last) end as position,
           lead_project as "leadProject", null as reason
      from agenda_entry
      join published_project record on record.id = project_id
      join public.published_project today on today.id = record.id and today.published_at = record.published_at`,
};

export const AGENDAS: Record<Audience, string> = {
  staff: agendas(AGENDA_ENTRIES.staff),
  public: agendas(AGENDA_ENTRIES.public),
};

/** A catalogue whose entries have a validity, judged on the day of a parameter. */
export const withValidity = (table: 'corridor_theme' | 'supported_goal', day: string): string => `
  select id, key, ${text('title')} as title, valid_from as "validFrom", valid_to as "validTo",
         coalesce(valid_from <= ${day}::date, true) and coalesce(valid_to >= ${day}::date, true) as "isValid"
    from ${table}`;
