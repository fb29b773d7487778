import { useI18n } from 'vue-i18n';

interface Title {
  de: string;
  en: string | null;
}

/** The title of a catalogue entry in the language of the interface; what has no English title keeps its German one. */
export function useTitle(): (title: Title | null | undefined) => string {
  const { locale } = useI18n();
  return (title) => (locale.value === 'en' ? (title?.en ?? title?.de) : title?.de) ?? '';
}
