import { defineStore } from 'pinia';
import { readonly, ref } from 'vue';

/** A short message at the edge of the screen that is also read out. */
export interface Notice {
  id: number;
  tone: 'success' | 'info' | 'danger';
  text: string;
}

/** Long enough to be read twice; what went wrong stays until it is closed. */
const shownForMs = 6000;

/** What the interface has to say beside the page. */
export const useNotices = defineStore('notices', () => {
  const items = ref<Notice[]>([]);
  let lastId = 0;

  function add(tone: Notice['tone'], text: string): void {
    const id = ++lastId;
    items.value = [...items.value.filter((item) => item.text !== text), { id, tone, text }];
    if (tone !== 'danger') setTimeout(() => dismiss(id), shownForMs);
  }

  function dismiss(id: number): void {
    items.value = items.value.filter((item) => item.id !== id);
  }

  return {
    items: readonly(items),
    success: (text: string) => add('success', text),
    info: (text: string) => add('info', text),
    failure: (text: string) => add('danger', text),
    dismiss,
  };
});
