import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';
import { ADMINISTRATION_TABS } from '../features/administration';
import { useFinanceTabs } from '../features/finance-pages';
import { useMoment } from './stores/moment';
import { useSession } from './stores/session';

/** An entry of the main navigation. */
export interface MainLink {
  /** Of the route that it leads to. */
  name: string;
  label: string;
  isHere: boolean;
}

/** Where somebody can go from everywhere: what the person may see, or what is public. */
export function useMainLinks() {
  const { t } = useI18n();
  const session = useSession();
  const moment = useMoment();
  const route = useRoute();
  const finance = useFinanceTabs();

  const link = (name: string, label: string, at: RegExp): MainLink => ({
    name,
    label,
    isHere: at.test(route.path),
  });

  return computed<MainLink[]>(() => {
    if (session.person === null) return [link('public', t('app.nav.public'), /^\/public/)];
    const administration = ADMINISTRATION_TABS.find(({ permission }) => session.may(permission));
    return [
      // What waits is a matter of today.
      ...(moment.readOnly ? [] : [link('work', t('myWork.title'), /^\/(work|reporting)/)]),
      link('portfolio', t('app.nav.portfolio'), /^\/(portfolio|projects)/),
      link('check-grid', t('app.nav.checkGrid'), /^\/check-grid/),
      ...(session.may('session.read')
        ? [link('reviews', t('reviews.title'), /^\/(reviews|conditions)/)]
        : []),
      link('papers', t('papers.title'), /^\/papers/),
      ...(finance.value[0] === undefined
        ? []
        : [link(finance.value[0].key, t('financePages.title'), /^\/(finance|scenarios)/)]),
      ...(administration === undefined
        ? []
        : [link(administration.key, t('administration.title'), /^\/admin\//)]),
    ];
  });
}
