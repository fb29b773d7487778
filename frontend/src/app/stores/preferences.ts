import { defineStore } from 'pinia';
import { watch } from 'vue';
import { usePreference } from '../../shared/list/use-preference';

/** `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';
export type Locale = 'de' | 'en';

const isTheme = (value: unknown): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark';
const isLocale = (value: unknown): value is Locale => value === 'de' || value === 'en';

/** How the interface looks and speaks on this device. public/appearance.js reads the same keys before the first paint. */
export const usePreferences = defineStore('preferences', () => {
  const theme = usePreference<Theme>('theme', 'system', isTheme);
  const locale = usePreference<Locale>('locale', 'de', isLocale);

  watch(
    theme,
    (chosen) => {
      if (chosen === 'system') delete document.documentElement.dataset.kernTheme;
      else document.documentElement.dataset.kernTheme = chosen;
    },
    { immediate: true },
  );

  return { theme, locale };
});
