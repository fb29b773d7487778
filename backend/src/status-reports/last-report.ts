import type { Tx } from '../platform/index.js';
import type { Lights } from './status-report.enums.js';

/** The report that was published last, as far as the next one looks at it or repeats it. */
export interface LastReport {
  lights: Lights;
  reportedOn: string;
  overallReason: string | null;
  progressPercent: number;
  done: string;
  next: string;
  blockers: string;
  helpWanted: string | null;
}

/** The report of a claimed project that was published last; null before the first. */
export async function lastReportOf(tx: Tx, projectId: string): Promise<LastReport | null> {
  const [last] = await tx.query<LastReport>(
    `select jsonb_build_object('overall', light_overall, 'schedule', light_schedule, 'cost', light_cost,
                               'scope', light_scope, 'resources', light_resources) as lights,
            reported_on as "reportedOn", overall_reason as "overallReason", progress_percent as "progressPercent",
            done, next, blockers, help_wanted as "helpWanted"
       from status_report
      where project_id = $1
      order by published_at desc, id desc
      limit 1`,
    [projectId],
  );
  return last ?? null;
}
