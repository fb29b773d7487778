import type { Answer } from '../../api/types';
import { integer, oneOf, text, useUrlQuery } from '../../shared/list/use-url-query';

export type PublicList = Answer<'/api/v1/public/projects', 'get'>;
export type PublicProject = PublicList['items'][number];
export type PublicSummary = Answer<'/api/v1/public/summary', 'get'>;
export type Publication = Answer<'/api/v1/projects/{ref}/publication', 'get'>;
export type PublicRecord = Publication['current'];
export type PublicField = Publication['changed'][number];

const PHASES = [
  'idea',
  'proposal',
  'approved',
  'in-progress',
  'rollout',
  'completed',
  'paused',
  'cancelled',
] as const;
const LIGHTS = ['green', 'amber', 'red', 'overdue', 'none'] as const;
export const SORTS = ['title', '-lightOn', 'phase', '-principleScore', 'number'] as const;
export const PAGE_SIZE = 24;

/** The state of the public list; all of it stands in the URL. One value per filter is enough for who looks around. */
export function usePublicState() {
  return useUrlQuery({
    q: text(),
    actionField: text(),
    office: text(),
    phase: oneOf(['', ...PHASES], ''),
    light: oneOf(['', ...LIGHTS], ''),
    sort: oneOf(SORTS, 'title'),
    page: integer(1),
  });
}

export type PublicState = ReturnType<typeof usePublicState>;

/** The filters as the API takes them; what is not set is left out. */
export function publicFilterOf({ q, actionField, office, phase, light }: PublicState['values']) {
  return {
    ...(q === '' ? {} : { q }),
    ...(actionField === '' ? {} : { actionField: [actionField] }),
    ...(office === '' ? {} : { office: [office] }),
    ...(phase === '' ? {} : { phase: [phase] }),
    ...(light === '' ? {} : { light: [light] }),
  };
}
