import { useI18n } from 'vue-i18n';
import type { Project } from '../use-project';

type Link = Project['links'][number];

/** Says how a project relates to the other end of a link, seen from the project. */
export function useLinkWords(): (link: Pick<Link, 'kind' | 'direction'>) => string {
  const { t } = useI18n();
  return ({ kind, direction }) => {
    const isOut = direction === 'outgoing';
    if (kind === 'depends-on') return t(isOut ? 'projects.links.dependsOn' : 'projects.links.neededBy');
    return t(isOut ? 'projects.links.partOf' : 'projects.links.hasPart');
  };
}
