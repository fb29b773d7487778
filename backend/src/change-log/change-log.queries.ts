import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { pageOf, Reads } from '../platform/index.js';
import { changesSql, type Twin, TWINS } from './change-log.sql.js';
import type { ChangeLogDto, ChangeLogQuery, LoggedChangeDto } from './dto/change-log.dto.js';

interface Batch {
  total: number | null;
  items: LoggedChangeDto[];
}

const ROWS_AT_ONCE = 500;

const COLUMNS: { heading: string; value: (change: LoggedChangeDto) => string | number }[] = [
  { heading: 'Revision', value: ({ rev }) => rev },
  { heading: 'Zeitpunkt (UTC)', value: ({ at }) => at },
  { heading: 'Wer', value: ({ actorName }) => actorName ?? '' },
  { heading: 'Befehl', value: ({ command }) => command },
  { heading: 'Begründung', value: ({ reason }) => reason ?? '' },
  { heading: 'Quelle', value: ({ source }) => source },
  { heading: 'Anzahl Datensätze', value: ({ recordCount }) => recordCount },
  {
    heading: 'Projekte',
    value: ({ records }) =>
      [...new Set(records.map(({ projectNumber }) => projectNumber))].filter(Boolean).join(', '),
  },
  {
    heading: 'Datensätze',
    value: ({ records }) => records.map(({ record, id }) => `${record} ${id}`).join(', '),
  },
];

/** Answers who changed what in the whole installation. */
@Injectable()
export class ChangeLogQueries {
  private sql: Promise<string> | undefined;

  constructor(private readonly reads: Reads) {}

  /** A page of changes, the newest first. */
  async page(query: ChangeLogQuery): Promise<ChangeLogDto> {
    const { page, pageSize, offset } = pageOf(query);
    const { total, items } = await this.read(query, { before: null, limit: pageSize, offset });
    return { items, total: total ?? 0, page, pageSize };
  }

  /** All matching changes as CSV for German spreadsheets: UTF-8 with BOM, semicolon, nothing that a spreadsheet would run. */
  csv(query: ChangeLogQuery): Readable {
    const sheet = stringify({
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
      header: true,
      columns: COLUMNS.map(({ heading }) => ({ key: heading, header: heading })),
    });
    const rows = Readable.from(this.rows(query), { objectMode: true });
    rows.on('error', (error) => sheet.destroy(error));
    sheet.on('close', () => rows.destroy());
    return rows.pipe(sheet);
  }

  /** Revisions never change and only grow, so going down from the newest one needs no snapshot to be kept open. */
  private async *rows(query: ChangeLogQuery): AsyncGenerator<(string | number)[], void> {
    for (let before = Number.MAX_SAFE_INTEGER; ;) {
      const { items } = await this.read(query, { before, limit: ROWS_AT_ONCE, offset: 0 });
      for (const change of items) yield COLUMNS.map(({ value }) => value(change));
      const last = items.at(-1);
      if (last === undefined || items.length < ROWS_AT_ONCE) return;
      before = last.rev;
    }
  }

  private async read(
    { actor, command, source, from, to, project }: ChangeLogQuery,
    { before, limit, offset }: { before: number | null; limit: number; offset: number },
  ): Promise<Batch> {
    const filters = [actor, command, source, from, to, project].map((value) => value ?? null);
    const [row] = await this.reads.query<Batch>({ rev: null }, await this.statement(), [
      ...filters,
      before,
      limit,
      offset,
    ]);
    return row ?? { total: 0, items: [] };
  }

  /** Which tables keep a history is known once the server has migrated. */
  private statement(): Promise<string> {
    this.sql ??= this.reads.query<Twin & Record<string, unknown>>({ rev: null }, TWINS).then(changesSql);
    return this.sql;
  }
}
