import type { MaybeRefOrGetter } from 'vue';
import { api } from './client';
import type { Answer } from './types';
import { useServerQuery } from './use-server-query';

export type OrgUnit = Answer<'/api/v1/org-units', 'get'>['items'][number];

/** The units of the city. They change rarely, and whoever changes one here sees it at once. */
export function useOrgUnits(options: { enabled?: MaybeRefOrGetter<boolean>; live?: boolean } = {}) {
  return useServerQuery({
    key: ['org-units'],
    load: (signal) => api.GET('/api/v1/org-units', { params: { query: {} }, signal }),
    staleTime: 3_600_000,
    ...options,
  });
}

/** Those of the units that exist at the moment, by id. */
export function unitChoices(units: readonly OrgUnit[] | undefined) {
  return (units ?? [])
    .filter(({ isValid }) => isValid)
    .map(({ id, name, shortName }) => ({ value: id, label: name, hint: shortName }));
}
