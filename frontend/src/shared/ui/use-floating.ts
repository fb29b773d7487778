import { nextTick, onScopeDispose, ref, watch, type Ref } from 'vue';

interface Floating {
  isOpen: Ref<boolean>;
  /** Closes and, unless told otherwise, gives the focus back to the anchor. */
  close: (options?: { keepFocus?: boolean }) => void;
}

const gap = 4;
const edge = 8;

/**
 * A panel in the browser's top layer beside its anchor: no ancestor clips it. Closes on Escape and on a press outside.
 * The panel element carries `popover="manual"` and is rendered only while open.
 */
export function useFloating(
  anchor: Readonly<Ref<HTMLElement | null>>,
  panel: Readonly<Ref<HTMLElement | null>>,
  { above = false, modalKeys = true }: { above?: boolean; modalKeys?: boolean } = {},
): Floating {
  const isOpen = ref(false);

  function place(): void {
    if (anchor.value === null || panel.value === null) return;
    const at = anchor.value.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = panel.value;
    const below = at.bottom + gap + height <= window.innerHeight - edge;
    const fitsAbove = at.top - gap - height >= edge;
    const top = (above && fitsAbove) || (!below && fitsAbove) ? at.top - gap - height : at.bottom + gap;
    const left = above
      ? at.left + (at.width - width) / 2
      : at.left + width > window.innerWidth - edge
        ? at.right - width
        : at.left;
    panel.value.style.top = `${Math.max(edge, Math.min(top, window.innerHeight - height - edge))}px`;
    panel.value.style.left = `${Math.max(edge, Math.min(left, window.innerWidth - width - edge))}px`;
  }

  function close({ keepFocus = false } = {}): void {
    if (!isOpen.value) return;
    isOpen.value = false;
    if (!keepFocus) firstFocusable(anchor.value)?.focus();
  }

  function onPress(event: Event): void {
    const isInside = [anchor.value, panel.value].some(
      (element) => event.target instanceof Node && element?.contains(event.target),
    );
    if (!isInside) close({ keepFocus: true });
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    if (modalKeys) event.stopPropagation();
    event.preventDefault();
    close({ keepFocus: !modalKeys });
  }

  function listen(on: boolean): void {
    const change = on ? 'addEventListener' : 'removeEventListener';
    document[change]('pointerdown', onPress, true);
    document[change]('keydown', onKey as EventListener, true);
    window[change]('scroll', place, true);
    window[change]('resize', place);
  }

  watch(isOpen, async (open) => {
    listen(open);
    if (!open) return;
    await nextTick();
    // Older browsers and test environments know no popover; there the panel is simply part of the page.
    if (panel.value !== null && typeof panel.value.showPopover === 'function') panel.value.showPopover();
    place();
  });
  onScopeDispose(() => listen(false));

  return { isOpen, close };
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** The first thing in an element, or the element itself, that the keyboard can reach. */
export function firstFocusable(element: HTMLElement | null): HTMLElement | null {
  if (element === null) return null;
  return element.matches(focusable) ? element : element.querySelector<HTMLElement>(focusable);
}
