import { LEDGER_AMOUNTS, type LedgerAmount, type NumberStyle, type RowFault } from '../ledger.enums.js';
import { type Cell, readAmount } from './amount.rules.js';
import { type LedgerMapping, textOf } from './columns.rules.js';

/** Where in a row each thing stands; counted from 0, null where no column has it. */
export interface RowPlaces {
  key: number;
  year: number | null;
  kind: number | null;
  direction: number | null;
  amounts: Record<LedgerAmount, number | null>;
}

/** What a row of a file says. */
export interface LedgerEntry {
  key: string;
  year: number | null;
  kind: 'operating' | 'capital' | null;
  direction: 'expense' | 'revenue' | null;
  /** Whole cents; null where the row says nothing. */
  amounts: Record<LedgerAmount, number | null>;
  /** A sum of other rows rather than a booking. */
  sum: 'total' | 'subtotal' | null;
  fault: RowFault | null;
}

/** Where the columns of a mapping stand among those of a file. */
export function placesOf(mapping: LedgerMapping, columns: readonly string[]): RowPlaces {
  const place = (column: string | null): number | null => {
    const index = column === null ? -1 : columns.indexOf(column);
    return index === -1 ? null : index;
  };
  return {
    key: place(mapping.keyColumn) ?? -1,
    year: place(mapping.yearColumn),
    kind: place(mapping.kindColumn),
    direction: place(mapping.directionColumn),
    amounts: Object.fromEntries(
      LEDGER_AMOUNTS.map((amount) => [amount, place(mapping.amounts[amount])]),
    ) as RowPlaces['amounts'],
  };
}

/** Reads a row; null when nothing stands in it. The first fault counts, amounts without one are kept all the same. */
export function readRow(
  cells: readonly Cell[],
  { places, mapping, style }: { places: RowPlaces; mapping: LedgerMapping; style: NumberStyle },
): LedgerEntry | null {
  if (cells.every((cell) => textOf(cell) === '')) return null;
  const at = (place: number | null): Cell => (place === null ? null : (cells[place] ?? null));
  const entry: LedgerEntry = {
    key: textOf(at(places.key)).slice(0, 500),
    year: mapping.year,
    kind: mapping.kind,
    direction: mapping.direction,
    amounts: {
      appropriation: null,
      amendments: null,
      carryOver: null,
      committed: null,
      actual: null,
      forecast: null,
    },
    sum: sumOf(cells),
    fault: null,
  };
  const faults: RowFault[] = [];
  for (const amount of LEDGER_AMOUNTS) {
    const { cents, fault } = readAmount(at(places.amounts[amount]), style);
    entry.amounts[amount] = cents;
    if (fault !== undefined) faults.push(fault);
  }
  if (entry.sum !== null) return entry;
  if (entry.key === '') faults.unshift('key-missing');
  if (places.year !== null) {
    entry.year = yearOf(at(places.year));
    if (entry.year === null) faults.push('year-unreadable');
  }
  if (places.kind !== null) {
    entry.kind = kindOf(textOf(at(places.kind)));
    if (entry.kind === null) faults.push('kind-unreadable');
  }
  if (places.direction !== null) {
    entry.direction = directionOf(textOf(at(places.direction)));
    if (entry.direction === null) faults.push('direction-unreadable');
  }
  if (faults.length === 0 && LEDGER_AMOUNTS.every((amount) => entry.amounts[amount] === null))
    faults.push('no-amount');
  entry.fault = faults[0] ?? null;
  return entry;
}

const TOTAL =
  /^(?:gesamt|end)?summen?(?: (?:gesamt|insgesamt))?$|^gesamt(?:ergebnis|betrag)?$|^insgesamt$|^(?:grand |sum )?totals?$|^sum$/;
const SUBTOTAL = /^(?:zwischen|teil)summen?\b|^sub-?totals?\b|^summe .+|^\* ?.+ ergebnis$/;

/** A sum is told by its first words: „Summen", „Gesamt:"; a project may well be called „Gesamtstrategie". */
function sumOf(cells: readonly Cell[]): LedgerEntry['sum'] {
  const first = textOf(cells.find((cell) => textOf(cell) !== '') ?? null)
    .toLowerCase()
    .replaceAll(/[:*.]+$/g, '')
    .replace(/^\*+ ?/, '')
    .trim();
  if (TOTAL.test(first)) return 'total';
  return SUBTOTAL.test(first) ? 'subtotal' : null;
}

/** „2024", „GJ 2024", a day of 2024. */
export function yearOf(cell: Cell): number | null {
  if (cell instanceof Date) return inRange(cell.getUTCFullYear());
  if (typeof cell === 'number') return inRange(cell);
  const text = textOf(cell);
  const [, plain] = /^(?:[a-zäöü.]{2,20} ?)?(\d{4})$/i.exec(text) ?? [];
  const [, german] = /^\d{1,2}\.\d{1,2}\.(\d{4})$/.exec(text) ?? [];
  const [, iso] = /^(\d{4})-\d\d-\d\d/.exec(text) ?? [];
  return inRange(Number(plain ?? german ?? iso));
}

function inRange(year: number): number | null {
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null;
}

/** Ergebnishaushalt or Finanzhaushalt, by the words that ledgers have for them. */
export function kindOf(text: string): LedgerEntry['kind'] {
  const word = text.toLowerCase();
  if (/^(?:e|eh|ergebnis.*|konsumtiv.*|operating|aufwand|ertrag)$/.test(word)) return 'operating';
  if (/^(?:f|fh|i|finanz.*|investi.*|capital|auszahlung|einzahlung)$/.test(word)) return 'capital';
  return null;
}

/** Expense or revenue, by the words that ledgers have for them. */
export function directionOf(text: string): LedgerEntry['direction'] {
  const word = text.toLowerCase();
  if (/^(?:aufwand|aufwendung(?:en)?|auszahlung(?:en)?|ausgaben?|expenses?|a)$/.test(word)) return 'expense';
  if (/^(?:ertrag|erträge|einzahlung(?:en)?|einnahmen?|revenues?|e)$/.test(word)) return 'revenue';
  return null;
}
