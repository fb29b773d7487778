import { Injectable } from '@nestjs/common';
import { type Actor, countStatement, type Moment } from '../../platform/index.js';
import type { ProjectListQuery } from '../dto/project-list-query.dto.js';
import { CSV_COLUMNS } from './csv-columns.js';
import { csvSheet, type WrittenFile } from '../../platform/documents/index.js';
import { ExportConnections } from './export-connections.js';
import { allRowsStatement } from './list-sql.js';
import { type ListedRow, listItemOf } from './project-list-item.js';

/** Twice a state-wide installation; a file beyond that is none for a spreadsheet. */
const MOST_ROWS = 200_000;

/** Writes lists of projects into files: the rows and filters of the list, without its pages. */
@Injectable()
export class ProjectFileQueries {
  constructor(private readonly connections: ExportConnections) {}

  /** All rows of the list as CSV for German spreadsheets. */
  async csv(query: ProjectListQuery, moment: Moment, actor: Pick<Actor, 'personId'>): Promise<WrittenFile> {
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
    const cells = cellsOf(rows, today);
    return { name: `projekte-${today}-r${rev}.csv`, content: csvSheet(CSV_COLUMNS, cells, close) };
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
