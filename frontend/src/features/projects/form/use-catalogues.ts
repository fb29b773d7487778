import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api } from '../../../api/client';
import { unitChoices, useOrgUnits } from '../../../api/use-org-units';
import { useServerQuery } from '../../../api/use-server-query';
import type { Option } from '../../../shared/ui';
import { useTitle, type Title } from '../../../shared/format/use-title';

/** Catalogues change rarely; asking again within the hour is no use. */
const staleTime = 3_600_000;

interface Entry {
  key: string;
  title: Title;
}

/** Titles of a catalogue as choices, by key. */
function useChoices(entries: () => readonly Entry[] | undefined) {
  const title = useTitle();
  return computed<Option[]>(() =>
    (entries() ?? []).map((entry) => ({ value: entry.key, label: title(entry.title) })),
  );
}

/** The action fields of a strategy edition; of the newest one when none is named. */
export function useActionFieldChoices(strategyId: MaybeRefOrGetter<string | undefined>) {
  const query = useServerQuery({
    key: () => ['action-fields', toValue(strategyId)],
    load: (signal) => {
      const strategy = toValue(strategyId);
      return api.GET('/api/v1/action-fields', {
        params: { query: strategy === undefined ? {} : { strategy } },
        signal,
      });
    },
    staleTime,
  });
  return useChoices(() => query.data.value?.items);
}

/** The corridor themes that are valid now. */
export function useThemeChoices() {
  const query = useServerQuery({
    key: ['corridor-themes'],
    load: (signal) => api.GET('/api/v1/corridor-themes', { params: { query: {} }, signal }),
    staleTime,
  });
  return useChoices(() => query.data.value?.items.filter(({ isValid }) => isValid));
}

/** The superior goals that are valid now. */
export function useGoalChoices() {
  const query = useServerQuery({
    key: ['supported-goals'],
    load: (signal) => api.GET('/api/v1/supported-goals', { params: { query: {} }, signal }),
    staleTime,
  });
  return useChoices(() => query.data.value?.items.filter(({ isValid }) => isValid));
}

/** Units that exist now, by id. With `below`, only that unit and those under it. */
export function useOfficeChoices(below: MaybeRefOrGetter<string | undefined>) {
  const query = useOrgUnits();
  return computed<Option[]>(() => {
    const units = query.data.value?.items ?? [];
    const top = toValue(below);
    const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
    const isBelow = (id: string | null | undefined): boolean =>
      typeof id === 'string' && (id === top || isBelow(parents.get(id)));
    return unitChoices(units.filter(({ id }) => top === undefined || isBelow(id)));
  });
}
