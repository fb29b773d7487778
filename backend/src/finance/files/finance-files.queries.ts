import { Injectable } from '@nestjs/common';
import { Clock, type Moment } from '../../platform/index.js';
import {
  type DataFile,
  type FileLanguage,
  type Sheet,
  writeDataFile,
} from '../../platform/documents/index.js';
import { type DigestSpan, DigestQueries } from '../digest/digest.queries.js';
import type {
  DigestOrFileQuery,
  ExceptionsOrFileQuery,
  FinanceFileQuery,
  MatrixOrFileQuery,
  YearsOrFileQuery,
} from '../dto/file.dto.js';
import { ExceptionsQueries } from '../exceptions/exceptions.queries.js';
import { MatrixQueries } from '../matrix/matrix.queries.js';
import { FinanceYearsQueries } from '../years/years.queries.js';
import { digestTables } from './digest-book.js';
import { FILE_WORDS, type FileWords } from './file-words.js';
import { exceptionTables, matrixTables, yearTables } from './money-books.js';

/** A file beyond that is none for a spreadsheet; its notes say how many rows there are. */
export const MOST_FILE_ROWS = 200_000;

/** What is written, and what its notes say of it. */
interface Content {
  view: 'digest' | 'exceptions' | 'matrix' | 'years';
  tables: [Sheet, ...Sheet[]];
  total: number;
  /** The moment that it speaks of, and the day. */
  moment: string;
  day: string;
  /** Where it speaks of what happened since another one. */
  since?: string;
}

/** Writes what finance sees into files: all rows, with the figures of the screens, from the same statements. */
@Injectable()
export class FinanceFiles {
  constructor(
    private readonly digests: DigestQueries,
    private readonly exceptionsQueries: ExceptionsQueries,
    private readonly matrixQueries: MatrixQueries,
    private readonly yearsQueries: FinanceYearsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DigestBackwards */
  async digest(query: DigestOrFileQuery, span: DigestSpan): Promise<DataFile> {
    const words = wordsOf(query);
    const { digest, rows } = await this.digests.all(query, span, MOST_FILE_ROWS);
    const { from, to, total, totals } = digest;
    return this.write(query, {
      view: 'digest',
      tables: digestTables(rows, totals, words),
      total,
      moment: to.moment,
      day: to.day,
      since: words.moment(from.day, from.moment),
    });
  }

  /** @throws NotFound */
  async exceptions(query: ExceptionsOrFileQuery, moment: Moment): Promise<DataFile> {
    const words = wordsOf(query);
    const all = await this.exceptionsQueries.all(query, moment, MOST_FILE_ROWS);
    return this.write(query, {
      view: 'exceptions',
      tables: exceptionTables(all.items, all.counts, words),
      total: all.total,
      moment: all.moment,
      day: moment.today,
    });
  }

  /** @throws NotFound */
  async matrix(query: MatrixOrFileQuery, moment: Moment): Promise<DataFile> {
    const matrix = await this.matrixQueries.matrix(query, moment);
    const tables = matrixTables(matrix, wordsOf(query), languageOf(query));
    const total = tables[0].rows.length;
    return this.write(query, { view: 'matrix', tables, total, moment: matrix.moment, day: moment.today });
  }

  /** @throws NotFound */
  async years(query: YearsOrFileQuery, moment: Moment): Promise<DataFile> {
    const years = await this.yearsQueries.years(query, moment);
    const tables = yearTables(years, wordsOf(query));
    const total = tables[0].rows.length;
    return this.write(query, { view: 'years', tables, total, moment: years.moment, day: moment.today });
  }

  private write(query: FinanceFileQuery, content: Content): Promise<DataFile> {
    const words = wordsOf(query);
    const { view, tables, moment, day } = content;
    const { file, title } = words[view];
    return writeDataFile(
      {
        name: `${file}-${day}-${moment.split('@')[0] ?? moment}`,
        title,
        language: languageOf(query),
        at: this.clock.now().toISOString(),
        tables,
        notes: {
          name: words.notes,
          columns: [words.note, words.text],
          facts: notesOf(query, content, words),
        },
      },
      query.format === 'xlsx' ? 'xlsx' : 'csv',
    );
  }
}

function notesOf(query: FinanceFileQuery, content: Content, words: FileWords) {
  const { view, tables, total, moment, day, since } = content;
  const filters = Object.entries(query).flatMap(([name, value]: [string, unknown]) => {
    const label = words.filterNames[name];
    return label === undefined || value === undefined
      ? []
      : [`${label}: ${[value].flat().map(String).join(', ')}`];
  });
  return [
    { name: words.content, text: words[view].title },
    ...(since === undefined ? [] : [{ name: words.from, text: since }]),
    { name: words.until, text: words.moment(day, moment) },
    { name: words.filter, text: filters.join('; ') || words.noFilter },
    { name: words.rowCount, text: words.ofRows(tables[0].rows.length, total) },
    { name: words.rule, text: view === 'digest' ? words.apart : `${words.gapRule} ${words.apart}` },
  ];
}

function languageOf({ language = 'de' }: FinanceFileQuery): FileLanguage {
  return language;
}

function wordsOf(query: FinanceFileQuery): FileWords {
  return FILE_WORDS[languageOf(query)];
}
