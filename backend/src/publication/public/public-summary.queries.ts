import { Injectable } from '@nestjs/common';
import { type Moment, momentName, Reads } from '../../platform/index.js';
import {
  CO2_FILTERS,
  CountDto,
  DECLARED_BUDGET_STATE_FILTERS,
  SHOWN_LIGHTS,
  SqlValues,
} from '../../portfolio/index.js';
import { PHASES } from '../../projects/index.js';
import { CURRENT_STRATEGY_SQL } from '../../strategy/index.js';
import type { PublicFilterQuery } from '../dto/public-query.dto.js';
import type { PublicSummaryDto } from '../dto/public-summary.dto.js';
import { matchingSql, shownLight } from './public-list-sql.js';

type Tally = Record<string, number>;

interface SummaryRow {
  rev: number;
  projects: number;
  meanScore: number | null;
  scored: number;
  phases: Tally;
  lights: Tally;
  co2: Tally;
  budgetStates: Tally;
  actionFields: CountDto[];
  offices: CountDto[];
}

/** Answers what the published projects add up to; like the list it reads published records and public catalogues. */
@Injectable()
export class PublicSummaryQueries {
  constructor(private readonly reads: Reads) {}

  /** The figures of the published projects that match the filters, in one statement. */
  async summary(query: PublicFilterQuery, moment: Moment): Promise<PublicSummaryDto> {
    const values = new SqlValues();
    const sql = summarySql(query, { today: moment.today, values });
    const [row] = await this.reads.query<SummaryRow>(moment, sql, values.list);
    if (row === undefined) throw new Error('the summary has always one row');
    return summaryOf(row, moment);
  }
}

const tally = (column: string): string => `
  (select coalesce(jsonb_object_agg(t.value, t.count), '{}')
     from (select ${column} as value, count(*) as count from matching group by 1) t)`;

/** Fields of the current strategy, and those of older editions that still have published projects. */
const ACTION_FIELDS = `
  (select coalesce(jsonb_agg(jsonb_build_object('key', field.key, 'count', coalesce(n.count, 0),
                               'title', jsonb_build_object('de', field.title_de, 'en', field.title_en))
                     order by (field.strategy_id = (${CURRENT_STRATEGY_SQL})) desc, field.position, field.id), '[]')
     from action_field field
     left join (select action_field_id as id, count(*) as count from matching group by 1) n on n.id = field.id
    where n.count > 0 or field.strategy_id = (${CURRENT_STRATEGY_SQL}))`;

/** An office is called as its project published last calls it. */
const OFFICES = `
  (select coalesce(jsonb_agg(jsonb_build_object('key', coalesce(n.office_id::text, 'none'), 'count', n.count,
                               'title', case when n.office_id is not null
                                             then jsonb_build_object('de', n.name, 'en', null) end)
                     order by n.name collate "de-x-icu" nulls last), '[]')
     from (select office_id, count(*) as count,
                  (array_agg(office_name order by published_at desc, office_name))[1] as name
             from matching group by office_id) n)`;

function summarySql(
  query: PublicFilterQuery,
  { today, values }: { today: string; values: SqlValues },
): string {
  const light = shownLight(values.day(today));
  return `
    with matching as materialized (
      select record.phase, record.action_field_id, record.office_id, record.office_name, record.published_at,
             record.principle_score, coalesce(record.co2_effect, 'not-stated') as co2,
             coalesce(record.declared_budget_state, 'not-stated') as budget_state, ${light} as light
        from ${matchingSql(query, { today, values })}
    )
    select current_rev() as rev, (select count(*) from matching) as projects,
           (select round(avg(principle_score), 1) from matching) as "meanScore",
           (select count(principle_score) from matching) as scored,
           ${tally('phase')} as phases, ${tally('light')} as lights, ${tally('co2')} as co2,
           ${tally('budget_state')} as "budgetStates", ${ACTION_FIELDS} as "actionFields", ${OFFICES} as offices`;
}

function summaryOf(row: SummaryRow, moment: Moment): PublicSummaryDto {
  const { projects } = row;
  const counts = (formula: string, groups: CountDto[]) => ({ formula, projects, groups });
  return {
    projects,
    today: moment.today,
    byActionField: counts('count-by-primary-action-field', row.actionFields),
    byOffice: counts('count-by-responsible-office', row.offices),
    byPhase: counts('count-by-phase', tallied(row.phases, PHASES)),
    byLight: counts('count-by-shown-light', tallied(row.lights, SHOWN_LIGHTS)),
    byCo2: counts('count-by-co2-effect', tallied(row.co2, CO2_FILTERS)),
    byDeclaredBudgetState: counts(
      'count-by-declared-budget-state',
      tallied(row.budgetStates, DECLARED_BUDGET_STATE_FILTERS),
    ),
    principleScore: {
      formula: 'mean-of-projects-with-self-score',
      mean: row.meanScore,
      projects: row.scored,
    },
    moment: momentName(row.rev, moment),
  };
}

/** Every value in its order, also those that no project has. */
function tallied(tally: Tally, order: readonly string[]): CountDto[] {
  return order.map((key) => ({ key, title: null, count: tally[key] ?? 0 }));
}
