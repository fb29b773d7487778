import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { type Actor, countStatement, type Moment } from '../../platform/index.js';
import type { ProjectListQuery } from '../dto/project-list-query.dto.js';
import { CSV_COLUMNS } from './csv-columns.js';
import { ExportConnections } from './export-connections.js';
import { allRowsStatement } from './list-sql.js';
import { type ListedRow, listItemOf } from './project-list-item.js';

/** Twice a state-wide installation; a file beyond that is none for a spreadsheet. */
const MOST_ROWS = 200_000;

/** A file that is written while it is read. */
export interface ProjectFile {
  name: string;
  content: Readable;
}

/** Writes lists of projects into files: the rows and filters of the list, without its pages. */
@Injectable()
export class ProjectFileQueries {
  constructor(private readonly connections: ExportConnections) {}

  /** CSV for German spreadsheets: UTF-8 with BOM, semicolon, decimal comma, nothing that a spreadsheet would run. */
  async csv(query: ProjectListQuery, moment: Moment, actor: Pick<Actor, 'personId'>): Promise<ProjectFile> {
    const { personId } = actor;
    const { today } = moment;
    const statement = allRowsStatement(query, {
      personId,
      today,
      live: moment.rev === null,
      limit: MOST_ROWS,
    });
    countStatement();
    const { rev, rows, close } = await this.connections.open<ListedRow>(moment, statement);
    const sheet = stringify({
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
      header: true,
      columns: CSV_COLUMNS.map(({ key, heading }) => ({ key, header: heading })),
      cast: { number: (value) => String(value).replace('.', ',') },
    });
    const cells = Readable.from(cellsOf(rows, today), { objectMode: true });
    cells.on('error', (error) => sheet.destroy(error));
    sheet.on('close', () => {
      cells.destroy();
      close();
    });
    return { name: `projekte-${today}-r${rev}.csv`, content: cells.pipe(sheet) };
  }
}

async function* cellsOf(
  batches: AsyncGenerator<ListedRow[], void>,
  today: string,
): AsyncGenerator<unknown[], void> {
  for await (const rows of batches) {
    for (const row of rows) {
      const project = listItemOf(row, today);
      yield CSV_COLUMNS.map(({ value }) => value(project));
    }
  }
}
