import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from '../../../api/client';
import { useServerQuery } from '../../../api/use-server-query';
import { useMoment } from '../../../app/stores/moment';
import { useSession } from '../../../app/stores/session';
import { addDays, dayOf } from '../../../shared/format/dates';
import { useFormat } from '../../../shared/format/use-format';
import type { CompareState } from './compare-state';

/** A session as a moment: what it had before it when it was closed, or opened as long as it runs. */
export interface SessionMoment {
  moment: string;
  label: string;
  day: string;
}

/** More sessions than people choose from in a list. */
const SESSIONS_IN_LIST = 50;

/** The sessions of the commission as moments, the latest first; none for who does not read sessions. */
export function useSessionMoments() {
  const { t } = useI18n();
  const f = useFormat();
  const session = useSession();
  const seesSessions = computed(() => session.may('session.read'));

  const found = useServerQuery({
    key: ['review-sessions', 'as-moments'],
    load: (signal) =>
      api.GET('/api/v1/review-sessions', {
        params: { query: { state: ['closed', 'running'], pageSize: SESSIONS_IN_LIST } },
        signal,
      }),
    enabled: seesSessions,
  });
  const sessions = computed(() =>
    (found.data.value?.items ?? []).flatMap((one): SessionMoment[] => {
      const known = one.closedMoment ?? one.openedMoment;
      if (known === null) return [];
      const day = dayOf(one.startsAt);
      return [
        {
          moment: known,
          day,
          label: t('portfolio.compare.session', { number: one.number, day: f.day(day) }),
        },
      ];
    }),
  );
  return { sessions, ready: computed(() => !seesSessions.value || !found.isPending.value) };
}

/**
 * The two moments of a comparison: what the URL says, else since the last session, and up to the moment in which the
 * interface stands.
 */
export function useMoments(state: CompareState) {
  const moment = useMoment();
  const { sessions, ready } = useSessionMoments();
  const usual = computed(
    () => sessions.value.find(({ day }) => day <= moment.today)?.moment ?? addDays(moment.today, -30),
  );

  return {
    sessions,
    /** Whether it is known what the usual moments are. */
    ready: computed(() => state.values.from !== '' || ready.value),
    from: computed(() => state.values.from || usual.value),
    /** Empty is now. */
    to: computed(() => state.values.to || (moment.asOf ?? '')),
  };
}
