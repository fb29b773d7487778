import type { RouteLocationRaw } from 'vue-router';
import type { Answer } from '../../api/types';

/** All that waits for the person who is signed in. */
export type MyWork = Answer<'/api/v1/me/work', 'get'>;
export type WorkProject = MyWork['drafts'][number]['project'];
export type WorkAs = MyWork['reports'][number]['as'];
export type WorkCondition = MyWork['conditions'][number];

/** When the draft of a due report was last saved, by the id of its project. */
export function savedDrafts({ drafts }: Pick<MyWork, 'drafts'>): Map<string, string> {
  return new Map(drafts.map(({ project, savedAt }) => [project.id, savedAt]));
}

/** The drafts of reports that are not due: those that are due stand with what is due. */
export function furtherDrafts({ drafts, reports }: Pick<MyWork, 'drafts' | 'reports'>): MyWork['drafts'] {
  const due = new Set(reports.map(({ project }) => project.id));
  return drafts.filter(({ project }) => !due.has(project.id));
}

/** How many things are to be done, each counted once; what happened does not count. */
export function waitingCount(work: MyWork): number {
  const { reports, conditions, grids, office } = work;
  const evidence = office?.evidence.length ?? 0;
  return reports.length + conditions.length + grids.length + furtherDrafts(work).length + evidence;
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
