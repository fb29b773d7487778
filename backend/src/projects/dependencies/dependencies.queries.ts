import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, Reads } from '../../platform/index.js';
import { projectKey } from '../project-roots.js';
import type { DependenciesDto, DependencyDto } from './dependency.dto.js';
import { type DependentProject, type NeededProject, slipsOf } from './dependency.rules.js';

interface DependenciesRow extends DependentProject {
  rev: number;
  items: (Omit<DependencyDto, 'slips'> & { needed: NeededProject })[];
}

/** Answers what slipped in the projects that a project depends on. */
@Injectable()
export class DependenciesQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * The projects that this one depends on, with the dates that slipped there and what they run into here.
   *
   * @throws NotFound (404)
   */
  async list(ref: string, moment: Moment): Promise<DependenciesDto> {
    const { column, value } = projectKey(ref);
    const [row] = await this.reads.query<DependenciesRow>(moment, DEPENDENCIES[column], [value]);
    if (row === undefined) throw new NotFound('project');
    const items = row.items.map(({ needed, ...item }) => ({ ...item, slips: slipsOf(needed, row) }));
    return { moment: momentName(row.rev, moment), items };
  }
}

const dependenciesSql = (column: 'id' | 'number'): string => `
  select current_rev() as rev, p.phase, p.paused_from as "pausedFrom", p.expected_start as "expectedStart",
         p.expected_end as "expectedEnd",
         coalesce((
           select json_agg(json_build_object(
                    'id', link.id,
                    'project', json_build_object('id', o.id, 'number', o.number, 'title', o.title,
                      'phase', o.phase, 'light', seen.light),
                    'expectedEnd', o.expected_end,
                    'needed', json_build_object('phase', o.phase, 'baselineEnd', o.baseline_end,
                      'expectedEnd', o.expected_end, 'milestones', coalesce((
                        select json_agg(json_build_object('id', m.id, 'title', m.title, 'baselineOn', m.baseline_on,
                                 'expectedOn', m.expected_on, 'actualOn', m.actual_on)
                                 order by m.expected_on, m.title, m.id)
                          from milestone m where m.project_id = o.id), '[]'))) order by o.number)
             from project_link link
             join project o on o.id = link.other_project_id
             left join project_overview seen on seen.id = o.id
            where link.project_id = p.id and link.kind = 'depends-on'), '[]') as items
    from project p where p.${column} = $1`;

const DEPENDENCIES = { id: dependenciesSql('id'), number: dependenciesSql('number') };
