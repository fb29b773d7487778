import { ref, watch, type Ref } from 'vue';

/**
 * A choice that stays on this device. What is stored may be old or broken, so it counts only when `isValid` says so;
 * without storage the choice lives as long as the page.
 */
export function usePreference<T>(key: string, fallback: T, isValid: (value: unknown) => value is T): Ref<T> {
  const name = `da.${key}`;
  const value = ref(read(name, fallback, isValid)) as Ref<T>;
  watch(value, (next) => write(name, next), { deep: true });
  return value;
}

function read<T>(name: string, fallback: T, isValid: (value: unknown) => value is T): T {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return isValid(stored) ? stored : fallback;
  } catch {
    return fallback;
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch (error) {
    // Storage may be full or forbidden; the choice then lives as long as the page.
    if (!(error instanceof DOMException)) throw error;
  }
}
