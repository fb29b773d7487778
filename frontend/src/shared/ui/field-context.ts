import {
  computed,
  inject,
  onScopeDispose,
  provide,
  useId,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue';

interface FieldContext {
  id: string;
  describedBy: ComputedRef<string | undefined>;
  invalid: ComputedRef<boolean>;
  required: ComputedRef<boolean>;
  /** What the control itself finds wrong with its text; it goes before what the form says. */
  fault: Ref<string | undefined>;
}

const key: InjectionKey<FieldContext> = Symbol('field');

/** Gives the control inside a field its id and the ids of what describes it. */
export function provideField(context: FieldContext): void {
  provide(key, context);
}

/** The attributes that tie a control to the field around it; outside a field an id of its own. */
export function useFieldControl(): ComputedRef<Record<string, unknown>> {
  const field = inject(key, null);
  const ownId = useId();
  return computed(() => ({
    id: field?.id ?? ownId,
    'aria-describedby': field?.describedBy.value,
    'aria-invalid': field?.invalid.value === true ? 'true' : undefined,
    'aria-required': field?.required.value === true ? 'true' : undefined,
  }));
}

/** Shows in the field around the control that its text can't be read, and what is wrong with it. */
export function useFieldFault(fault: () => string | undefined): void {
  const field = inject(key, null);
  if (field === null) return;
  watch(
    fault,
    (text) => {
      field.fault.value = text;
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    field.fault.value = undefined;
  });
}

/**
 * The controls of a form whose text can't be read, in order. Their fields say so from now on. Such a text is in no
 * model, so a form that is saved in spite of it would lose it without a word.
 */
export function unreadableIn(form: HTMLElement | null): HTMLInputElement[] {
  const inputs = [...(form?.querySelectorAll('input') ?? [])];
  const unreadable = inputs.filter(({ validity }) => validity.customError || validity.badInput);
  for (const input of unreadable) input.checkValidity();
  return unreadable;
}
