import { computed } from 'vue';
import { useMoment } from '../../app/stores/moment';
import { useSession } from '../../app/stores/session';
import { FINANCE_TABS } from './finance-tabs';

/** The pages about money that the person can see at the moment the interface stands in. */
export function useFinanceTabs() {
  const session = useSession();
  const moment = useMoment();
  return computed(() =>
    FINANCE_TABS.filter(
      ({ permission, nowOnly = false }) => session.may(permission) && !(nowOnly && moment.readOnly),
    ),
  );
}
