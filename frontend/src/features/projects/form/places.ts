const control = 'input:checked, input, select, textarea, button';

/** Brings a place of the form into sight and puts the focus on its first control. */
export function focusPlace(id: string): void {
  const place = document.getElementById(id);
  const target =
    place?.querySelector<HTMLElement>('input:checked') ?? place?.querySelector<HTMLElement>(control) ?? null;
  place?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
