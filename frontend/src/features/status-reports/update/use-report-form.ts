import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useConfirm } from '../../../shared/form/use-confirm';
import {
  draftOf,
  prefilled,
  withDraft,
  type DraftContent,
  type Project,
  type Report,
  type ReportForm,
} from './report-form';
import { useStatusDraft, type ServerDraft } from './use-status-draft';
import type { DraftKeeper } from './draft-keeper';

interface Given {
  project: Project;
  last: Report | null;
  draft: ServerDraft;
  personId: string;
  correctsId: string | null;
}

interface OwnReport {
  form: Ref<ReportForm>;
  keeper: DraftKeeper;
  /** Something was typed that is not in the last report. */
  isTouched: ComputedRef<boolean>;
  /** The form was filled from a draft, not from the last report. */
  isRestored: Ref<boolean>;
  /** Older text of this device, when a newer draft came from another one. */
  olderHere: Ref<DraftContent | null>;
  takeOlder: () => void;
  discard: () => Promise<void>;
  /** Saves what stands in the form as a draft, after a publication that failed. */
  keep: () => void;
}

/** The form of the next report: prefilled from the last one, with the draft on top, saved while it is typed. */
export function useReportForm(given: () => Given): OwnReport {
  const { t } = useI18n();
  const confirm = useConfirm();
  const { project, draft, personId } = given();
  const own = useStatusDraft({ projectId: project.id, personId }, draft);

  const fresh = (): ReportForm => prefilled(given().project, given().last, given().correctsId);
  const form = ref(own.content === null ? fresh() : withDraft(fresh(), own.content));
  const isRestored = ref(own.content !== null);
  const olderHere = ref(own.olderHere);
  const isTouched = computed(() => own.keeper.state.value.kind !== 'none');
  let isQuiet = false;

  watch(
    form,
    () => {
      if (!isQuiet) own.keeper.touch(draftOf(form.value));
    },
    { deep: true },
  );

  async function replace(next: ReportForm): Promise<void> {
    isQuiet = true;
    form.value = next;
    await nextTick();
    isQuiet = false;
  }

  function takeOlder(): void {
    if (olderHere.value !== null) form.value = withDraft(fresh(), olderHere.value);
    olderHere.value = null;
  }

  async function discard(): Promise<void> {
    const sure = await confirm({
      title: t('statusReports.draft.discardTitle'),
      text: t('statusReports.draft.discardText'),
      confirmLabel: t('statusReports.draft.discard'),
      danger: true,
    });
    if (!sure) return;
    await own.keeper.discard();
    isRestored.value = false;
    olderHere.value = null;
    await replace(fresh());
  }

  return {
    form,
    keeper: own.keeper,
    isTouched,
    isRestored,
    olderHere,
    takeOlder,
    discard,
    keep: () => own.keeper.touch(draftOf(form.value)),
  };
}
