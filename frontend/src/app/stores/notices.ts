import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { RouteLocationRaw } from 'vue-router';

/** A short message at the edge of the screen that is also read out. */
export interface Notice {
  id: number;
  tone: 'success' | 'info' | 'danger';
  text: string;
  /** Where to go on from here, behind the text. */
  link?: { label: string; to: RouteLocationRaw };
}

/** Long enough to be read twice; what went wrong or leads on stays until it is closed. */
const shownForMs = 6000;

/** What the interface has to say beside the page. */
export const useNotices = defineStore('notices', () => {
  const items = ref<Notice[]>([]);
  let lastId = 0;

  function add(tone: Notice['tone'], text: string, link?: Notice['link']): void {
    const id = ++lastId;
    items.value = [...items.value.filter((item) => item.text !== text), { id, tone, text, link }];
    if (tone !== 'danger' && link === undefined) setTimeout(() => dismiss(id), shownForMs);
  }

  function dismiss(id: number): void {
    items.value = items.value.filter((item) => item.id !== id);
  }

  return {
    items: computed<readonly Notice[]>(() => items.value),
    success: (text: string) => add('success', text),
    info: (text: string) => add('info', text),
    link: ({ text, ...link }: { text: string; label: string; to: RouteLocationRaw }) =>
      add('info', text, link),
    failure: (text: string) => add('danger', text),
    dismiss,
  };
});
