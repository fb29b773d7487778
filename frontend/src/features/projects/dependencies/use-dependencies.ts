import { useI18n } from 'vue-i18n';
import { api } from '../../../api/client';
import type { Answer } from '../../../api/types';
import { useServerQuery } from '../../../api/use-server-query';
import { useFormat } from '../../../shared/format/use-format';
import type { Project } from '../use-project';

/** A project that another one depends on, with what slipped there. */
export type Dependency = Answer<'/api/v1/projects/{ref}/dependencies', 'get'>['items'][number];
export type Slip = Dependency['slips'][number];

/** Asks what slipped in the projects that this one depends on; only where it depends on any. */
export function useDependencies(project: () => Project) {
  return useServerQuery({
    key: () => ['projects', project().number, 'dependencies'],
    enabled: () =>
      project().links.some(({ kind, direction }) => kind === 'depends-on' && direction === 'outgoing'),
    load: (signal) =>
      api.GET('/api/v1/projects/{ref}/dependencies', {
        params: { path: { ref: project().number } },
        signal,
      }),
  });
}

/** Says what slipped elsewhere, and what the new date runs into in the project that waits for it. */
export function useSlipWords(): (
  slip: Slip,
  project: Pick<Project, 'expectedStart' | 'expectedEnd'>,
) => string {
  // i18n-keys: projects.links.against.*
  const { t } = useI18n();
  const f = useFormat();
  return (slip, project) => {
    const { milestone, against } = slip;
    const told = { days: f.days(slip.days), day: f.day(slip.expectedOn) };
    const what =
      milestone === null
        ? t('projects.links.endSlipped', told)
        : t('projects.links.milestoneSlipped', { ...told, title: milestone.title });
    if (against === null) return `${what}.`;
    const own = against === 'end' ? project.expectedEnd : project.expectedStart;
    return `${what}. ${t(`projects.links.against.${against}`, { day: f.day(own) })}`;
  };
}
