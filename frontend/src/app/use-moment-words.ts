import { useI18n } from 'vue-i18n';
import { useFormat } from '../shared/format/use-format';
import { judgementDay } from './stores/moment';

/** A moment in words: a day, a day with its time, or the number of a revision. */
export function useMomentWords(): (asOf: string) => string {
  const { t } = useI18n();
  const f = useFormat();
  return (asOf) => {
    if (asOf.startsWith('r')) {
      const number = f.number(Number.parseInt(asOf.slice(1), 10));
      const judgedOn = judgementDay(asOf);
      return judgedOn === undefined
        ? t('app.asOf.revision', { number })
        : t('app.asOf.revisionOn', { number, day: f.day(judgedOn) });
    }
    return asOf.includes('T') ? f.instant(asOf) : f.day(asOf);
  };
}
