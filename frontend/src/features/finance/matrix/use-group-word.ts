import { useI18n } from 'vue-i18n';
import { useTitle } from '../../../shared/format/use-title';
import type { Matrix, MatrixGroup } from '../finance';

// i18n-keys: finance.grouping.*, finance.matrix.none.*

/** Names groupings and groups. */
export function useGroupWord() {
  const { t } = useI18n();
  const title = useTitle();

  return {
    grouping: (grouping: Matrix['groupBy']) => t(`finance.grouping.${grouping}`),
    group: (group: MatrixGroup, grouping: Matrix['groupBy']) => {
      if (group.title !== null) return title(group.title);
      return group.key === 'several' ? t('finance.matrix.several') : t(`finance.matrix.none.${grouping}`);
    },
  };
}
