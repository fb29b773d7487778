import { PAPER_COLUMNS } from '../papers.sql.js';

/** What a cover sheet is filled from, for the paper $4 and the reader $1 to $3, in one statement; live or as of. */
export const SHEET_DATA = `
  select current_rev() as rev, ${PAPER_COLUMNS}, paper.cover_sheet as entered,
         coalesce((select jsonb_agg(jsonb_build_object(
           'id', p.id, 'number', p.number, 'title', p.title,
           'financialEffects', p.financial_effects, 'declaredBudgetState', p.declared_budget_state,
           'derivedBudgetState', seen.derived_budget_state,
           'co2Effect', p.co2_effect, 'co2Magnitude', p.co2_magnitude, 'co2Reason', p.co2_reason,
           'co2Optimisation', p.co2_optimisation, 'iqRelevant', p.iq_relevant, 'iqNote', p.iq_note,
           'corridorThemes', (select coalesce(jsonb_agg(t.title_de order by x.emphasised desc, t.key), '[]')
                                from project_corridor_theme x join corridor_theme t on t.id = x.corridor_theme_id
                               where x.project_id = p.id),
           'needs', (select coalesce(jsonb_agg(jsonb_build_object('year', n.year, 'kind', n.kind,
                              'direction', n.direction, 'amountCents', n.amount_cents) order by n.year, n.id), '[]')
                       from need n where n.project_id = p.id),
           'counterFundings', (select coalesce(jsonb_agg(jsonb_build_object('source', c.source,
                              'amountCents', c.amount_cents, 'explanation', c.explanation) order by c.year, c.id), '[]')
                       from counter_funding c where c.project_id = p.id)) order by p.number)
           from paper_project about
           join project p on p.id = about.project_id
           join project_overview seen on seen.id = p.id
          where about.paper_id = paper.id), '[]') as data
    from paper
   where paper.id = $4`;
