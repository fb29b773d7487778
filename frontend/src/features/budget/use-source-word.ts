import { useI18n } from 'vue-i18n';

const words: Record<string, string> = {
  'additional-revenue': 'additionalRevenue',
  'discontinued-tasks': 'discontinuedTasks',
  reallocation: 'reallocation',
};

/** The word for a type of counter-funding. */
export function useSourceWord(): (source: string) => string {
  // i18n-keys: budget.source.*
  const { t } = useI18n();
  return (source) => t(`budget.source.${words[source] ?? source}`);
}
