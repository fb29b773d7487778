import { computed, onScopeDispose, ref, type ComputedRef } from 'vue';

interface Countdown {
  /** Whole seconds left; null while nothing is pending. */
  left: ComputedRef<number | null>;
  start: () => void;
  cancel: () => void;
  /** Does at once what is pending. */
  finish: () => void;
}

/** Does something after a few seconds in which it can be taken back. */
export function useCountdown(seconds: number, done: () => void): Countdown {
  const left = ref<number | null>(null);
  let timer: ReturnType<typeof setInterval> | undefined;

  function cancel(): void {
    clearInterval(timer);
    left.value = null;
  }

  function finish(): void {
    if (left.value === null) return;
    cancel();
    done();
  }

  function start(): void {
    if (left.value !== null) return;
    left.value = seconds;
    timer = setInterval(() => {
      left.value = (left.value ?? 1) - 1;
      if (left.value <= 0) finish();
    }, 1000);
  }

  onScopeDispose(() => clearInterval(timer));
  return { left: computed(() => left.value), start, cancel, finish };
}
