import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** What happened in the session; `all` when some of it may have been missed. */
export interface Change {
  kind: 'session' | 'item' | 'decision' | 'position' | 'all';
  itemId: string | null;
}

/** The server says something every 15 seconds. */
const SILENCE_MS = 40_000;
/** The longer nobody answers, the less often is asked. */
const AGAIN_AFTER_MS = [1_000, 1_500, 3_000, 6_000, 12_000];

/**
 * Follows a session as long as the view is there. However the line broke it is opened again, and then everything is read
 * anew, so nothing can be missed. A stream does not say why it ended: that shows when something is read (`onLost`).
 */
export function useLiveStream(
  number: string,
  { onChange, onLost }: { onChange: (change: Change) => void; onLost: () => void },
): { isConnected: Ref<boolean> } {
  const isConnected = ref(true);
  let tries = 0;
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    close();
    const stream = new EventSource(`/api/v1/review-sessions/${number}/live`);
    source = stream;
    stream.addEventListener('open', () => {
      isConnected.value = true;
      tries = 0;
      onChange({ kind: 'all', itemId: null });
      heard();
    });
    stream.addEventListener('change', (event: MessageEvent<string>) => {
      heard();
      onChange(JSON.parse(event.data) as Change);
    });
    stream.addEventListener('beat', heard);
    stream.addEventListener('error', lost);
  }

  function heard(): void {
    clearTimeout(silence);
    silence = setTimeout(lost, SILENCE_MS);
  }

  function lost(): void {
    close();
    isConnected.value = false;
    again = setTimeout(open, AGAIN_AFTER_MS[Math.min(tries, AGAIN_AFTER_MS.length - 1)]);
    tries += 1;
    onLost();
  }

  function close(): void {
    clearTimeout(again);
    clearTimeout(silence);
    source?.close();
    source = null;
  }

  onMounted(() => {
    open();
    globalThis.addEventListener('offline', lost);
    globalThis.addEventListener('online', open);
  });
  onBeforeUnmount(() => {
    close();
    globalThis.removeEventListener('offline', lost);
    globalThis.removeEventListener('online', open);
  });
  return { isConnected };
}
