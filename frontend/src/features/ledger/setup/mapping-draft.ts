import type { LedgerMapping } from '../ledger';
import { AMOUNTS } from '../ledger';

/** A mapping while it is put right: selects know texts alone, an empty one is nothing. */
export interface MappingDraft {
  matchBy: LedgerMapping['matchBy'];
  keyColumn: string;
  yearColumn: string;
  kindColumn: string;
  directionColumn: string;
  year: number | null;
  kind: string;
  direction: string;
  budgetId: string;
  amounts: Record<(typeof AMOUNTS)[number], string>;
}

/** What a form begins with. */
export function draftOf(mapping: LedgerMapping | null): MappingDraft {
  return {
    matchBy: mapping?.matchBy ?? 'account',
    keyColumn: mapping?.keyColumn ?? '',
    yearColumn: mapping?.yearColumn ?? '',
    kindColumn: mapping?.kindColumn ?? '',
    directionColumn: mapping?.directionColumn ?? '',
    year: mapping?.year ?? null,
    kind: mapping?.kind ?? '',
    direction: mapping?.direction ?? '',
    budgetId: mapping?.budgetId ?? '',
    amounts: Object.fromEntries(
      AMOUNTS.map((amount) => [amount, mapping?.amounts[amount] ?? '']),
    ) as MappingDraft['amounts'],
  };
}

/** What a form says; what a column says needs no constant. */
export function mappingFrom(draft: MappingDraft): LedgerMapping {
  const column = (name: string): string | null => (name === '' ? null : name);
  return {
    matchBy: draft.matchBy,
    keyColumn: column(draft.keyColumn),
    yearColumn: column(draft.yearColumn),
    kindColumn: column(draft.kindColumn),
    directionColumn: column(draft.directionColumn),
    year: draft.yearColumn === '' ? draft.year : null,
    kind: draft.kindColumn === '' && isKind(draft.kind) ? draft.kind : null,
    direction: draft.directionColumn === '' && isDirection(draft.direction) ? draft.direction : null,
    budgetId: column(draft.budgetId),
    amounts: Object.fromEntries(
      AMOUNTS.map((amount) => [amount, column(draft.amounts[amount])]),
    ) as LedgerMapping['amounts'],
  };
}

function isKind(text: string): text is 'operating' | 'capital' {
  return text === 'operating' || text === 'capital';
}

function isDirection(text: string): text is 'expense' | 'revenue' {
  return text === 'expense' || text === 'revenue';
}
