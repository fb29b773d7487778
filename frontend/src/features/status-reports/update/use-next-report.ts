import { useI18n } from 'vue-i18n';
import { api } from '../../../api/client';
import { useNotices } from '../../../app/stores/notices';

/** Offers the way to the report that is due next from the person, after the one on a project. */
export function useNextReport(): (publishedId: string) => Promise<void> {
  const { t } = useI18n();
  const notices = useNotices();
  return async (publishedId) => {
    // The report is out: without an answer there is just nothing to offer.
    const work = await api.GET('/api/v1/me/work').catch(() => null);
    const next = work?.data?.reports.find(({ project }) => project.id !== publishedId)?.project;
    if (next === undefined) return;
    notices.link({
      text: t('statusReports.update.nextDue'),
      label: next.title,
      to: { name: 'status-update', params: { ref: next.number } },
    });
  };
}
