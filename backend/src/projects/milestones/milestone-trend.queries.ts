import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, Reads, utc } from '../../platform/index.js';
import { projectKey } from '../project-roots.js';
import type { MilestoneTrendDto } from './milestone-trend.dto.js';
import { type MilestoneVersion, totalsOf, trendsOf } from './milestone-trend.rules.js';

/** Answers what became of the dates that a project promised. */
@Injectable()
export class MilestoneTrendQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * The milestones of a project with every date that was ever expected, from the kept versions alone.
   *
   * @throws NotFound (404)
   */
  async trend(ref: string, moment: Moment): Promise<MilestoneTrendDto> {
    const { column, value } = projectKey(ref);
    const [row] = await this.reads.query<{ rev: number; versions: MilestoneVersion[] }>(
      moment,
      TREND[column],
      [value],
    );
    if (row === undefined) throw new NotFound('project');
    const milestones = trendsOf(row.versions, moment.today);
    return { moment: momentName(row.rev, moment), ...totalsOf(milestones), milestones };
  }
}

const trendSql = (column: 'id' | 'number'): string => `
  select current_rev() as rev,
         coalesce((
           select json_agg(json_build_object(
                    'id', m.id, 'title', m.title, 'baselineOn', m.baseline_on, 'approvedOn', m.approved_on,
                    'expectedOn', m.expected_on, 'actualOn', m.actual_on, 'moves', m.moves,
                    'moveReason', m.move_reason,
                    'at', ${utc('made.at')},
                    'on', (made.at at time zone 'Europe/Berlin')::date, 'by', person.display_name,
                    'endedOn', (ended.at at time zone 'Europe/Berlin')::date) order by m.from_rev)
             from history.milestone m
             join change made on made.rev = m.from_rev
             left join person on person.id = made.actor_id
             left join change ended on ended.rev = m.to_rev and ended.rev <= current_rev()
            where m.project_id = p.id and m.from_rev <= current_rev()), '[]') as versions
    from project p where p.${column} = $1`;

const TREND = { id: trendSql('id'), number: trendSql('number') };
