import { useI18n } from 'vue-i18n';
import { useDomainWords } from '../../shared/ui';
import type { Kind, Need } from './budget';

/** The word for a direction, which depends on the kind: the capital budget knows receipts and payments alone. */
export function useDirectionWord(): (kind: string, direction: Need['direction']) => string {
  const { t } = useI18n();
  const words = useDomainWords();
  const capital: Kind = 'capital';
  return (kind, direction) => {
    if (kind !== capital) return words.direction(direction);
    return t(direction === 'revenue' ? 'budget.direction.receipt' : 'budget.direction.payment');
  };
}
