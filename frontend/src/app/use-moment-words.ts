import { useI18n } from 'vue-i18n';
import { useFormat } from '../shared/format/use-format';

/** A moment in words: a day, a day with its time, or the number of a revision. */
export function useMomentWords(): (asOf: string) => string {
  const { t } = useI18n();
  const f = useFormat();
  return (asOf) => {
    if (asOf.startsWith('r')) return t('app.asOf.revision', { number: f.number(Number(asOf.slice(1))) });
    return asOf.includes('T') ? f.instant(asOf) : f.day(asOf);
  };
}
