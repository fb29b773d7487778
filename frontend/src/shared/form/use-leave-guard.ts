import { onScopeDispose } from 'vue';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave } from 'vue-router';
import { useConfirm } from './use-confirm';

/** Asks before a page with unsaved changes is left, by a link, the back button or closing the tab. */
export function useLeaveGuard(isDirty: () => boolean): void {
  const confirm = useConfirm();
  const { t } = useI18n();

  onBeforeRouteLeave(() =>
    isDirty()
      ? confirm({
          title: t('shared.leave.title'),
          text: t('shared.leave.text'),
          confirmLabel: t('shared.leave.confirm'),
          cancelLabel: t('shared.leave.stay'),
          danger: true,
        })
      : true,
  );

  useUnloadGuard(isDirty);
}

/** Asks only before the tab is closed: for pages that keep what was typed until one comes back to them. */
export function useUnloadGuard(isDirty: () => boolean): void {
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (isDirty()) event.preventDefault();
  };
  window.addEventListener('beforeunload', onUnload);
  onScopeDispose(() => window.removeEventListener('beforeunload', onUnload));
}
