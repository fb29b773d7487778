import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from '../../api/client';
import type { Answer } from '../../api/types';
import { useServerQuery } from '../../api/use-server-query';
import { useMoment } from '../../app/stores/moment';

/** A project with everything that its page shows at once. */
export type Project = Answer<'/api/v1/projects/{ref}', 'get'>;

/** What a person may do on one project. */
export type ProjectRight = Project['permitted'][number];

/** A title in the languages of a catalogue. */
export interface Title {
  de: string;
  en?: string | null;
}

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

/** Picks the title in the language of the interface; German where no other is known. */
export function useTitle(): (title: Title) => string {
  const { locale } = useI18n();
  return (title) => (locale.value === 'en' ? (title.en ?? title.de) : title.de);
}
