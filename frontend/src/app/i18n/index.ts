import { nextTick } from 'vue';
import { createI18n } from 'vue-i18n';
import type { Locale } from '../stores/preferences';

/** The texts of the interface. German is what everything falls back to. */
export const i18n = createI18n({
  legacy: false,
  locale: 'de',
  fallbackLocale: 'de',
  messages: {},
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV,
});

const loaders: Record<Locale, () => Promise<{ messages: object }>> = {
  de: () => import('./messages.de'),
  en: () => import('./messages.en'),
};

/** Loads a language if need be and switches to it. */
export async function switchLocale(locale: Locale): Promise<void> {
  if (!i18n.global.availableLocales.some((known) => known === locale)) {
    const { messages } = await loaders[locale]();
    i18n.global.setLocaleMessage(locale, messages);
    await nextTick();
  }
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
}
