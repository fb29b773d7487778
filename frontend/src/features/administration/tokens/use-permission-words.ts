import { useI18n } from 'vue-i18n';

/** The words for what a token may do. */
export function usePermissionWords(): (permission: string) => string {
  // i18n-keys: administration.tokens.permission.*
  const { t } = useI18n();
  return (permission) =>
    t(
      `administration.tokens.permission.${permission.replaceAll(/[.-](\w)/g, (_match, letter: string) => letter.toUpperCase())}`,
    );
}
