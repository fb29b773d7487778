import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from '../api/client';
import { useServerQuery } from '../api/use-server-query';
import { dayOf, todayInBerlin } from '../shared/format/dates';
import { useFormat } from '../shared/format/use-format';
import { judgementDay, useMoment } from './stores/moment';
import { useSession } from './stores/session';

/** A moment in words: a session that saw it, a day, a day with its time, or the number of a revision. */
export function useMomentWords(): (asOf: string) => string {
  const { t } = useI18n();
  const f = useFormat();
  const moment = useMoment();
  const session = useSession();
  // The sessions are those of today, also where the interface stands in the past.
  const found = useServerQuery({
    key: ['review-sessions', 'names-of-moments'],
    load: (signal) =>
      api.GET('/api/v1/review-sessions', {
        params: { query: { state: ['closed', 'running'], pageSize: 50, asOf: todayInBerlin() } },
        signal,
      }),
    enabled: computed(() => session.may('session.read') && moment.asOf?.startsWith('r') === true),
    live: true,
  });

  function sessionAt(asOf: string): string | undefined {
    const seen = found.data.value?.items.find((one) => [one.closedMoment, one.openedMoment].includes(asOf));
    return seen && t('app.asOf.session', { number: seen.number, day: f.day(dayOf(seen.startsAt)) });
  }

  return (asOf) => {
    const name = sessionAt(asOf);
    if (name !== undefined) return name;
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
