import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { csvSheet, type WrittenFile } from '../platform/documents/index.js';
import { NotFound, poolOf } from '../platform/index.js';
import type { RowFault, RowOutcome } from './ledger.enums.js';

/** So many rows are read at a time. */
const BATCH = 2_000;

/** Why a row can't be used, as the office reads it. */
const REASONS: Record<RowFault, string> = {
  'key-missing': 'Kontierung oder Name fehlt',
  'year-unreadable': 'Jahr nicht lesbar',
  'kind-unreadable': 'weder Ergebnis- noch Finanzhaushalt',
  'direction-unreadable': 'weder Aufwand noch Ertrag',
  'amount-unreadable': 'Betrag nicht lesbar',
  'amount-is-percent': 'Prozentwert statt Betrag',
  'amount-is-date': 'Datum statt Betrag',
  'amount-is-formula': 'Formel statt Betrag',
  'amount-too-precise': 'mehr als zwei Nachkommastellen',
  'amount-too-large': 'Betrag zu groß',
  'no-amount': 'kein Betrag in den zugeordneten Spalten',
  'account-unknown': 'keine Budgetposition mit dieser Kontierung',
  'name-unknown': 'kein Projekt und keine Budgetposition dieses Namens',
  'no-line-that-year': 'keine Budgetposition in diesem Jahr und dieser Haushaltsart',
  'several-lines': 'mehrere Budgetpositionen passen',
  'sum-negative': 'Summe der Position wäre negativ',
  'sum-too-large': 'Summe der Position zu groß',
};

/** Writes rows of a file as a file again, each with the reason why it can't be used. */
@Injectable()
export class LedgerRowsFile {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound */
  async csv(id: string, outcome: RowOutcome | undefined): Promise<WrittenFile> {
    const { rows } = await poolOf(this.dataSource).query<{ columns: string[] }>(
      'select columns from ledger_import where id = $1',
      [id],
    );
    const [found] = rows;
    if (found === undefined) throw new NotFound('ledger-import');
    const columns = [
      { key: 'row', heading: 'Zeile' },
      { key: 'reason', heading: 'Grund' },
      ...found.columns.map((heading, index) => ({ key: String(index), heading })),
    ];
    const content = csvSheet(columns, this.cells(id, outcome, found.columns.length), () => undefined);
    return { name: `zeilen-${id}.csv`, content };
  }

  private async *cells(
    id: string,
    outcome: RowOutcome | undefined,
    width: number,
  ): AsyncGenerator<unknown[]> {
    for (let after = 0; ;) {
      const { rows } = await poolOf(this.dataSource).query<{
        number: number;
        cells: string[];
        fault: RowFault | null;
      }>(
        `select number, cells, fault from ledger_row
          where import_id = $1 and number > $2 and ($3::text is null or outcome = $3) order by number limit ${BATCH}`,
        [id, after, outcome ?? null],
      );
      for (const { number, cells, fault } of rows) {
        const padded = Array.from({ length: width }, (_, index) => cells[index] ?? '');
        yield [number, fault === null ? '' : REASONS[fault], ...padded];
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.number;
    }
  }
}
