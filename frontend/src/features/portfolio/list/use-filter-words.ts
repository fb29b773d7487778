import { useI18n } from 'vue-i18n';
import type { Phase } from '../../../shared/ui';
import { useDomainWords } from '../../../shared/ui';
import type { FilterName, Grouping, Summary } from './list-state';

type Counts = Summary['byPhase'];

// i18n-keys: portfolio.filter.*
// i18n-keys: portfolio.value.*

/** The words for filters, their values and groups. */
export function useFilterWords() {
  const { t, te, locale } = useI18n();
  const words = useDomainWords();

  const camel = (key: string): string =>
    key.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

  /** The name of a filter. */
  const nameOf = (name: FilterName | Grouping): string => t(`portfolio.filter.${name}`);

  /** The word for a value; catalogue entries bring their title. */
  function valueOf(name: FilterName | Grouping, key: string, catalogue?: Counts): string {
    const title = catalogue?.groups.find((group) => group.key === key)?.title;
    if (title) return locale.value === 'en' ? (title.en ?? title.de) : title.de;
    if (name === 'phase') return words.phase(key as Phase);
    const own = `portfolio.value.${name}.${camel(key)}`;
    if (te(own)) return t(own);
    return key === 'none' || key === 'not-stated' ? t('portfolio.value.none') : key;
  }

  return { nameOf, valueOf };
}
