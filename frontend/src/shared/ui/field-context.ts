import { computed, inject, provide, useId, type ComputedRef, type InjectionKey } from 'vue';

interface FieldContext {
  id: string;
  describedBy: ComputedRef<string | undefined>;
  invalid: ComputedRef<boolean>;
  required: ComputedRef<boolean>;
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
