import { toValue, type MaybeRefOrGetter } from 'vue';
import { useFormat } from '../../shared/format/use-format';
import { haveCents } from './budget';

/** Shows the amounts of one table alike: with cents as soon as one of them has some. */
export function useAmounts(
  all: MaybeRefOrGetter<readonly (number | null)[]>,
): (cents: number | null) => string {
  const f = useFormat();
  return (cents) => (haveCents(toValue(all)) ? f.moneyExact(cents) : f.money(cents));
}
