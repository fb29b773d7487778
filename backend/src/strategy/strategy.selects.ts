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

export const AGENDAS = `
  select id, key, ${text('title')} as title, year_from as "yearFrom", year_to as "yearTo", strategy_id as "strategyId",
         (select count(*) from agenda_entry where agenda_id = digital_agenda.id) as "entryCount",
         (select count(*) from agenda_entry where agenda_id = digital_agenda.id and lead_project) as "leadProjectCount"
    from digital_agenda`;

/** A catalogue whose entries have a validity, judged on the day of a parameter. */
export const withValidity = (table: 'corridor_theme' | 'supported_goal', day: string): string => `
  select id, key, ${text('title')} as title, valid_from as "validFrom", valid_to as "validTo",
         coalesce(valid_from <= ${day}::date, true) and coalesce(valid_to >= ${day}::date, true) as "isValid"
    from ${table}`;
