import { nextTick } from 'vue';

/** Puts the focus on the first input that was refused, once it is marked. */
export async function focusFirstFault(form: HTMLElement | null | undefined): Promise<void> {
  await nextTick();
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
