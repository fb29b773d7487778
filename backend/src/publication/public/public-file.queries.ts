import { Injectable } from '@nestjs/common';
import { countStatement, type Moment } from '../../platform/index.js';
import { csvSheet, ExportConnections, type WrittenFile } from '../../portfolio/index.js';
import type { PublicProjectDto } from '../dto/public-project.dto.js';
import type { PublicListQuery } from '../dto/public-query.dto.js';
import { publicProjectOf, type PublishedRow } from '../record/public-record.js';
import { matchingSelect, publicOrder } from './public-list-sql.js';

interface PublicColumn {
  key: string;
  heading: string;
  value: (project: PublicProjectDto) => string | number | null;
}

/** The columns of the public file; headings are German, values of enums are the contract's, as in the staff's file. */
const COLUMNS: readonly PublicColumn[] = [
  { key: 'number', heading: 'Nummer', value: ({ number }) => number },
  { key: 'title', heading: 'Titel', value: ({ title }) => title },
  { key: 'summary', heading: 'Kurzbeschreibung', value: ({ summary }) => summary },
  { key: 'actionField', heading: 'Handlungsfeld', value: ({ actionField }) => actionField.title.de },
  { key: 'office', heading: 'Dienststelle', value: ({ office }) => office?.shortName ?? null },
  { key: 'officeName', heading: 'Dienststelle (Name)', value: ({ office }) => office?.name ?? null },
  { key: 'phase', heading: 'Phase', value: ({ phase }) => phase },
  { key: 'light', heading: 'Ampel', value: ({ light }) => light },
  { key: 'lightOn', heading: 'Ampel gemeldet am', value: ({ lightOn }) => lightOn },
  { key: 'lightAgeDays', heading: 'Alter der Meldung (Tage)', value: ({ lightAgeDays }) => lightAgeDays },
  { key: 'overdue', heading: 'Bericht überfällig', value: ({ overdue }) => (overdue ? 'ja' : 'nein') },
  {
    key: 'principleScore',
    heading: 'Selbsteinschätzung (0–100)',
    value: ({ principleScore }) => principleScore,
  },
  { key: 'settled', heading: 'Bewertete Prinzipien', value: ({ coverage }) => coverage.settled },
  { key: 'principles', heading: 'Prinzipien', value: ({ coverage }) => coverage.of },
  { key: 'conflicts', heading: 'Konflikte', value: ({ conflicts }) => conflicts },
  { key: 'co2Effect', heading: 'CO₂-Relevanz', value: ({ co2 }) => co2?.effect ?? null },
  { key: 'co2Magnitude', heading: 'CO₂-Ausmaß', value: ({ co2 }) => co2?.magnitude ?? null },
  {
    key: 'declaredBudgetState',
    heading: 'Finanzierung (erklärt)',
    value: (project) => project.declaredBudgetState,
  },
  {
    key: 'milestones',
    heading: 'Meilensteine',
    value: ({ milestones }) =>
      milestones.map(({ title, expectedOn, actualOn }) => `${title} (${actualOn ?? expectedOn})`).join('; '),
  },
  { key: 'publishedAt', heading: 'Öffentlich seit', value: ({ publishedAt }) => publishedAt },
];

/** Writes published projects into files; on connections of its own, so that the public never holds up the staff's files. */
@Injectable()
export class PublicFileQueries {
  constructor(private readonly connections: ExportConnections) {}

  /** All published projects that match the filters, as CSV. */
  async csv(query: PublicListQuery, moment: Moment): Promise<WrittenFile> {
    const { today } = moment;
    const { sql, values } = matchingSelect(query, today);
    countStatement();
    const { rev, rows, close } = await this.connections.open<PublishedRow>(moment, {
      sql: `select * from (${sql}) item order by ${publicOrder(query.sort)}`,
      values: values.list,
    });
    const content = csvSheet(COLUMNS, cellsOf(rows, today), close);
    return { name: `digitale-agenda-${today}-r${rev}.csv`, content };
  }
}

async function* cellsOf(
  batches: AsyncGenerator<PublishedRow[], void>,
  today: string,
): AsyncGenerator<unknown[], void> {
  for await (const rows of batches) {
    for (const row of rows) {
      const project = publicProjectOf(row, today);
      yield COLUMNS.map(({ value }) => value(project));
    }
  }
}
