import { useI18n } from 'vue-i18n';
import { useFormat } from '../../../shared/format/use-format';
import { useTitle } from '../../../shared/format/use-title';
import { useDomainWords, type Light, type Phase } from '../../../shared/ui';
import type { DossierProject } from '../types';

// i18n-keys: reviews.changed.*
// i18n-keys: reviews.choice.*

type Change = NonNullable<DossierProject['changes']>[number];

/** What a field is called that is not what it was, and its values in words. */
export function useChangeWords() {
  const { t, te } = useI18n();
  const f = useFormat();
  const title = useTitle();
  const words = useDomainWords();
  const camel = (value: string) =>
    value.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

  function field({ field: name, part }: Change): string {
    const word = t(`reviews.changed.${camel(name)}`);
    return part === null ? word : `${word}: ${title(part)}`;
  }

  function value(given: Change['before'], unit: Change['unit']): string {
    if (given === null || given === '') return '–';
    const text = String(given);
    if (unit === 'cents') return f.moneyExact(Number(given));
    if (unit === 'day') return f.day(text);
    if (unit === 'percent') return f.percent(Number(given));
    if (unit === 'phase') return words.phase(text as Phase);
    if (unit === 'light' && !te(`reviews.choice.${camel(text)}`)) return words.light(text as Light);
    const isWord = unit === 'choice' || unit === 'yes-no' || unit === 'light' || text === 'not-applicable';
    if (isWord && te(`reviews.choice.${camel(text)}`)) return t(`reviews.choice.${camel(text)}`);
    return typeof given === 'number' ? f.number(given, Number.isInteger(given) ? 0 : 1) : text;
  }

  return { field, value };
}
