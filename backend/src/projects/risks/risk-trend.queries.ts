import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, Reads } from '../../platform/index.js';
import { projectKey } from '../project-roots.js';
import type { RiskTrendDto } from './risk-trend.dto.js';
import { riskSums, type RiskWeight } from './risk.rules.js';

/** Two years are what a picture shows and a commission looks back on. */
const MONTHS = 24;

interface TrendRow {
  rev: number;
  months: { on: string; risks: RiskWeight[] }[];
}

/** Answers what became of the risks of a project. */
@Injectable()
export class RiskTrendQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * The risks that were not closed at the end of each month, from the kept versions alone.
   *
   * @throws NotFound (404)
   */
  async trend(ref: string, moment: Moment): Promise<RiskTrendDto> {
    const { column, value } = projectKey(ref);
    const [row] = await this.reads.query<TrendRow>(moment, TREND[column], [value, moment.today, MONTHS - 1]);
    if (row === undefined) throw new NotFound('project');
    const months = row.months.map(({ on, risks }) => ({ on, ...riskSums(risks) }));
    return { moment: momentName(row.rev, moment), months };
  }
}

/** The state at the end of a day is that of the last revision before the next day; the last one is the moment's own. */
const trendSql = (column: 'id' | 'number'): string => `
  with target as materialized (select id, current_rev() as rev from project where ${column} = $1),
  first as materialized (
    select (min(change.at) at time zone 'Europe/Berlin')::date as day
      from target join history.risk v on v.project_id = target.id and v.from_rev <= target.rev
      join change on change.rev = v.from_rev
  ),
  month as materialized (
    select least((start + interval '1 month' - interval '1 day')::date, $2::date) as day
      from first, generate_series(
             date_trunc('month', greatest(least(first.day, $2::date)::timestamp, $2::date - make_interval(months => $3))),
             $2::date::timestamp, interval '1 month') start
     where first.day is not null
  ),
  ended as materialized (
    select month.day,
           case when month.day = $2::date then target.rev else
             (select change.rev from change
               where change.at < ((month.day + 1)::timestamp at time zone 'Europe/Berlin')
                 and change.rev <= target.rev
               order by change.at desc limit 1) end as rev
      from month, target
  )
  select target.rev,
         coalesce((
           select json_agg(json_build_object('on', ended.day, 'risks', coalesce((
                    select json_agg(json_build_object('probability', v.probability, 'impact', v.impact))
                      from history.risk v
                     where v.project_id = target.id and v.state <> 'closed'
                       and v.from_rev <= ended.rev and v.to_rev > ended.rev), '[]')) order by ended.day)
             from ended), '[]') as months
    from target`;

const TREND = { id: trendSql('id'), number: trendSql('number') };
