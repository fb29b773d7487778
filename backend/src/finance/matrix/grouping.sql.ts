import { type MatrixGrouping, NO_GROUP, SEVERAL } from '../finance.enums.js';

/**
 * One row per project with the one group that it is in: `id`, `key`, the titles of the group and its `place` in the order of
 * groups, null for the last ones. What it selects comes from the grouping alone, so the same holds for every year.
 */
export function groupOfProjects(grouping: MatrixGrouping): string {
  switch (grouping) {
    case 'office':
      return ofUnit('select id, id as top from org_unit');
    case 'directorate':
      return ofUnit(`
        with recursive below as (
          select id, id as top from org_unit where parent_id is null
          union all
          select u.id, b.top from org_unit u join below b on u.parent_id = b.id)
        select id, top from below`);
    case 'actionField':
      return `
        select p.id, f.key, f.title_de, f.title_en, lpad(f.position::text, 10, '0') || f.key as place
          from project p join action_field f on f.id = p.primary_action_field_id`;
    case 'subBudget':
      return `
        select p.id,
               case when s.first is null then '${NO_GROUP}' when s.first <> s.last then '${SEVERAL}'
                    else 'sub-budget:' || s.first end as key,
               case when s.first = s.last then s.first end as title_de, null::text as title_en,
               case when s.first = s.last then s.first end as place
          from project p
          left join (select project_id, min(sub_budget) as first, max(sub_budget) as last
                       from budget_line where sub_budget <> '' group by project_id) s on s.project_id = p.id`;
    case 'leadProject':
      return `
        select p.id, coalesce(a.key, '${NO_GROUP}') as key, a.title_de, a.title_en,
               lpad((9999 - a.year_from)::text, 4, '0') || a.key as place
          from project p
          left join (select distinct on (e.project_id) e.project_id, g.key, g.title_de, g.title_en, g.year_from
                       from agenda_entry e join digital_agenda g on g.id = e.agenda_id
                      where e.lead_project
                      order by e.project_id, g.year_from desc, g.key desc) a on a.project_id = p.id`;
  }
}

/** By a unit of the responsible office; `units` says for each unit which one that is. */
const ofUnit = (units: string): string => `
  select p.id, coalesce(top.id::text, '${NO_GROUP}') as key, top.name as title_de, null::text as title_en,
         top.name as place
    from project p
    left join (${units}) unit on unit.id = p.office_id
    left join org_unit top on top.id = unit.top`;
