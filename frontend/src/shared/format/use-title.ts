import { useI18n } from 'vue-i18n';

/** A title in the languages of a catalogue. */
export interface Title {
  de: string;
  en?: string | null;
}

/** The title of a catalogue entry in the language of the interface; German where there is no other. */
export function useTitle(): (title: Title | null | undefined) => string {
  const { locale } = useI18n();
  return (title) => (locale.value === 'en' ? (title?.en ?? title?.de) : title?.de) ?? '';
}
