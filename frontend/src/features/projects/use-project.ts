import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue';
import { api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import type { Answer } from '../../api/types';
import { useServerQuery } from '../../api/use-server-query';
import { useMoment } from '../../app/stores/moment';

/** A project with everything that its page shows at once. */
export type Project = Answer<'/api/v1/projects/{ref}', 'get'>;

/** What a person may do on one project. */
export type ProjectRight = Project['permitted'][number];

/** Asks for a project, once its reference is known; parts of it use keys that start with the same two words. */
export function useProject(ref: MaybeRefOrGetter<string>) {
  return useServerQuery({
    key: () => ['projects', toValue(ref)],
    enabled: () => toValue(ref) !== '',
    load: (signal) => api.GET('/api/v1/projects/{ref}', { params: { path: { ref: toValue(ref) } }, signal }),
  });
}

/** Whether something may be changed here and now: by the rights on the project, and never in the past. */
export function useMay(project: () => Pick<Project, 'permitted'>, right: ProjectRight): ComputedRef<boolean> {
  const moment = useMoment();
  return computed(() => !moment.readOnly && project().permitted.includes(right));
}

/** Whether the server knows no such project, at this moment and for this person. */
export function isMissing(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 404;
}
