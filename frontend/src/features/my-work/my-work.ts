import type { RouteLocationRaw } from 'vue-router';
import type { Answer } from '../../api/types';

/** All that waits for the person who is signed in. */
export type MyWork = Answer<'/api/v1/me/work', 'get'>;
export type WorkProject = MyWork['drafts'][number]['project'];
export type WorkAs = MyWork['reports'][number]['as'];
export type WorkCondition = MyWork['conditions'][number];

/** How many things are to be done; what happened does not count. */
export function waitingCount({ reports, conditions, grids, drafts, office }: MyWork): number {
  return reports.length + conditions.length + grids.length + drafts.length + (office?.evidence.length ?? 0);
}

/** Whether there is nothing at all to show. */
export function isIdle(work: MyWork): boolean {
  const { decisions, watched, nextSession, office } = work;
  return (
    waitingCount(work) === 0 &&
    decisions.length === 0 &&
    watched.length === 0 &&
    nextSession === null &&
    (office?.overdueCount ?? 0) === 0
  );
}

/** A part of the page of a project. */
export function projectTab({ number }: Pick<WorkProject, 'number'>, tab: string): RouteLocationRaw {
  return { name: 'project', params: { ref: number }, query: { tab } };
}
