import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/use-format';
import { useDomainWords } from '../../shared/ui';
import type { DigestField, DigestItem, DigestTotal } from './digest-state';

// i18n-keys: financeChanges.field.*, budget.stage.*, budget.source.*, budget.grants.states.*

const camel = (name: string): string =>
  name.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** The words for what the digest names. */
export function useDigestWords() {
  const { t } = useI18n();
  const f = useFormat();
  const words = useDomainWords();

  function stage(field: DigestField, value: string): string {
    return t(`${field === 'grant-state' ? 'budget.grants.states' : 'budget.stage'}.${camel(value)}`);
  }

  const isStage = ({ beforeStage, afterStage }: DigestItem): boolean =>
    beforeStage !== null || afterStage !== null;

  function side(item: DigestItem, cents: number | null, ofStage: string | null): string {
    if (!isStage(item)) return cents === null ? t('financeChanges.nothing') : f.moneyExact(cents);
    return ofStage === null ? t('financeChanges.nothing') : stage(item.field, ofStage);
  }

  /** The capital budget knows receipts and payments alone. */
  function direction({ kind, direction: of }: Pick<DigestTotal, 'kind' | 'direction'>): string {
    if (of === null) return '';
    if (kind !== 'capital') return words.direction(of);
    return t(of === 'revenue' ? 'budget.direction.receipt' : 'budget.direction.payment');
  }

  return {
    field: (field: DigestField): string => t(`financeChanges.field.${camel(field)}`),
    kind: (kind: DigestTotal['kind']): string => (kind === null ? '' : words.kind(kind)),
    direction,
    /** Year, budget kind, direction and what else says which amount it is. */
    place: (item: DigestItem): string => {
      const { record, year, yearTo, kind, source, detail, budget } = item;
      const isFollowUp = record === 'follow-up-cost';
      const years = yearTo === null ? String(year) : `${year}–${yearTo}`;
      return [
        isFollowUp && year !== null && yearTo === null ? t('financeChanges.from', { year }) : year && years,
        kind === null ? '' : words.kind(kind),
        direction(item),
        source === null ? '' : t(`budget.source.${camel(source)}`),
        detail ?? '',
        budget?.title ?? '',
      ]
        .filter(Boolean)
        .join(' · ');
    },
    before: (item: DigestItem): string => side(item, item.beforeCents, item.beforeStage),
    after: (item: DigestItem): string => side(item, item.afterCents, item.afterStage),
    /** With its sign. */
    difference: (cents: number | null): string => {
      if (cents === null) return '';
      return `${cents > 0 ? '+' : ''}${f.moneyExact(cents)}`;
    },
  };
}
