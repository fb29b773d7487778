import { computed, reactive, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { ProblemError } from '../../api/problem';
import { useCommand } from '../../api/use-command';
import { useProblem, useProblemText } from '../../api/use-problem';
import { useNotices } from '../../app/stores/notices';
import { useConfirm } from '../../shared/form/use-confirm';
import { useLiveFaults } from '../../shared/form/use-live-faults';
import type { PartCommands } from './use-budget-commands';

interface PartEditorParts<Item, Form, Values> {
  commands: PartCommands<Values>;
  /** The form of a new part, or of one that is there. */
  formOf: (item: Item | null) => Form;
  /** What is sent; null amounts are reported as missing by `required`. */
  valuesOf: (form: Form) => Values;
  /** Pointers of what must be filled in but is not. */
  missing: (form: Form) => string[];
  /** Names a part in the question before it is removed. */
  nameOf: (item: Item) => string;
}

/** Adds, changes and removes parts of one kind by a form in a dialog; faults stay beside their fields. */
export function usePartEditor<Item extends { id: string }, Form extends object, Values>(
  parts: PartEditorParts<Item, Form, Values>,
) {
  const { t } = useI18n();
  const confirm = useConfirm();
  const notices = useNotices();
  const texts = useProblemText();
  const isOpen = ref(false);
  const editedId = ref<string | null>(null);
  const form = ref(parts.formOf(null)) as Ref<Form>;

  const save = useCommand({
    run: () => {
      const missing = parts.missing(form.value);
      if (missing.length > 0) throw malformed(missing);
      const values = parts.valuesOf(form.value);
      return editedId.value === null
        ? parts.commands.add(values)
        : parts.commands.edit(editedId.value, values);
    },
    done: () => t('budget.edit.saved'),
  });
  const removal = useCommand({
    run: (id: string) => parts.commands.remove(id),
    done: () => t('budget.edit.removed'),
  });
  const problem = useProblem(() => save.error.value);
  const faults = useLiveFaults(() => form.value, problem.field);

  function start(item: Item | null): void {
    save.reset();
    editedId.value = item?.id ?? null;
    form.value = parts.formOf(item);
    isOpen.value = true;
  }

  function submit(): void {
    if (save.isPending.value) return;
    faults.sending();
    save.mutate(undefined, {
      onSuccess: () => {
        isOpen.value = false;
      },
    });
  }

  async function remove(item: Item): Promise<void> {
    const sure = await confirm({
      title: t('budget.edit.removeTitle'),
      text: t('budget.edit.removeText', { what: parts.nameOf(item) }),
      confirmLabel: t('budget.edit.remove'),
      danger: true,
    });
    if (!sure) return;
    try {
      await removal.mutateAsync(item.id);
    } catch (error) {
      notices.failure(texts.message(error));
    }
  }

  return reactive({
    isOpen,
    form,
    isNew: computed(() => editedId.value === null),
    isBusy: computed(() => save.isPending.value),
    message: problem.message,
    fault: faults.fault,
    start,
    submit,
    remove,
  });
}

function malformed(pointers: string[]): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'malformed',
    errors: pointers.map((pointer) => ({ pointer, code: 'missing', params: {} })),
  });
}
