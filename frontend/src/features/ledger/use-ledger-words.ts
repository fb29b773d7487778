// i18n-keys: ledger.state.*, ledger.meaning.*, ledger.encoding.*, ledger.delimiter.*, ledger.numbers.*, ledger.rowFault.*, ledger.fileFault.*, ledger.undoOutcome.*
import { useI18n } from 'vue-i18n';
import type { Tone } from '../../shared/ui/types';
import type { LedgerChange, LedgerFormat, LedgerRow, LedgerState } from './ledger';

const camel = (text: string): string =>
  text.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
const delimiterKeys = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;
const encodingKeys = { 'utf-8': 'utf8', 'windows-1252': 'windows1252', 'utf-16le': 'utf16' } as const;
const tones: Partial<Record<LedgerState, Tone>> = { checked: 'info', applied: 'success', draft: 'warning' };

/** Words for files of the ledger and what is in them. */
export function useLedgerWords() {
  const { t } = useI18n();
  return {
    state: (state: LedgerState) => t(`ledger.state.${state}`),
    tone: (state: LedgerState): Tone => tones[state] ?? 'neutral',
    /** What a column is. */
    meaning: (meaning: string) => t(`ledger.meaning.${meaning}`),
    encoding: (encoding: LedgerFormat['encoding']) => t(`ledger.encoding.${encodingKeys[encoding]}`),
    delimiter: (delimiter: LedgerFormat['delimiter']) => t(`ledger.delimiter.${delimiterKeys[delimiter]}`),
    numbers: (numbers: LedgerFormat['numbers']) => t(`ledger.numbers.${numbers}`),
    rowFault: (fault: NonNullable<LedgerRow['fault']>) => t(`ledger.rowFault.${camel(fault)}`),
    fileFault: (fault: string) => t(`ledger.fileFault.${camel(fault)}`),
    undoOutcome: (outcome: NonNullable<LedgerChange['undo']>) => t(`ledger.undoOutcome.${camel(outcome)}`),
    /** „Spalte 3" where there is no heading. */
    column: (column: string) =>
      /^#\d+$/.test(column) ? t('ledger.setup.column', { number: column.slice(1) }) : column,
  };
}
