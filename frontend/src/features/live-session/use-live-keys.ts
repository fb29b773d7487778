import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/** What the keys do. */
export interface KeyActions {
  next: () => void;
  previous: () => void;
  /** From 0. */
  outcome: (index: number) => void;
  text: () => void;
  condition: () => void;
  record: () => void;
  follow: () => void;
  fullScreen: () => void;
  help: () => void;
}

/** Keys of the wall. While somebody types, only Ctrl+Enter and Esc mean something; single keys can be switched off. */
export function useLiveKeys(actions: KeyActions, areOn: Ref<boolean>): void {
  function onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.closest('dialog') !== null || event.altKey) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return act(event, actions.record);
    if (event.ctrlKey || event.metaKey) return;
    const isTyping =
      target.closest('textarea, select, input:not([type="radio"], [type="checkbox"])') !== null;
    if (event.key === 'Escape' && isTyping) return act(event, () => target.blur());
    if (isTyping || !areOn.value) return;
    const action = actionOf(event.key, target);
    if (action !== undefined) act(event, action);
  }

  function actionOf(key: string, target: HTMLElement): (() => void) | undefined {
    if (/^[1-5]$/.test(key)) return () => actions.outcome(Number(key) - 1);
    if (key === 'Enter' && target.closest('a, button, summary') !== null) return undefined;
    const byKey: Record<string, () => void> = {
      ArrowRight: actions.next,
      ArrowLeft: actions.previous,
      t: actions.text,
      c: actions.condition,
      Enter: actions.record,
      g: actions.follow,
      f: actions.fullScreen,
      '?': actions.help,
    };
    return byKey[key];
  }

  onMounted(() => document.addEventListener('keydown', onKey));
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey));
}

function act(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  action();
}
