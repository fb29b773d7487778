import { computed, type ComputedRef } from 'vue';
import { api } from '../../api/client';
import { useServerQuery } from '../../api/use-server-query';
import type { Option } from '../../shared/ui';
import type { CityBudget } from './budget';

interface CityBudgets {
  all: ComputedRef<CityBudget[]>;
  options: ComputedRef<Option[]>;
}

/** The budgets of the city, as choices of a form; asked for only by those who can choose. */
export function useCityBudgets(enabled: () => boolean): CityBudgets {
  const budgets = useServerQuery({
    key: ['budgets'],
    load: (signal) => api.GET('/api/v1/budgets', { params: { query: { pageSize: 200 } }, signal }),
    enabled,
  });
  const all = computed(() => budgets.data.value?.items ?? []);
  return { all, options: computed(() => all.value.map(({ id, title }) => ({ value: id, label: title }))) };
}
