import type { FileLanguage, Sheet, SheetCell, SheetColumn } from '../../platform/documents/index.js';
import type { DigestFileRow } from '../digest/digest.queries.js';
import type { DigestItemDto, DigestTotalDto } from '../dto/digest.dto.js';
import { FILE_WORDS, type FileWords, NONE, wordOf } from './file-words.js';
import { cellsOf, countIfs, type Criteria, sumIfs } from './sheet-formulas.js';

/** Places of columns that formulas look at. */
const FIELD = 5;
const KIND = 8;
const DIRECTION = 9;
const DIFFERENCE = 14;

const text = (heading: string, width = 18): SheetColumn => ({ heading, width, holds: 'text' });
const year = (heading: string): SheetColumn => ({ heading, width: 10, holds: 'number' });
const euros = (heading: string): SheetColumn => ({ heading, width: 18, holds: 'euros' });

/** All rows of the digest, and the sums of each field, kind and direction as formulas on them. */
export function digestTables(
  rows: readonly DigestFileRow[],
  totals: readonly DigestTotalDto[],
  words: FileWords,
): [Sheet, Sheet] {
  const { column, digest } = words;
  return [
    {
      name: digest.rows,
      columns: [
        { heading: column.at, width: 18, holds: 'instant' },
        text(column.who, 26),
        text(column.why, 40),
        text(column.number, 14),
        text(column.project, 44),
        text(column.field, 28),
        year(column.year),
        year(column.yearTo),
        text(column.kind),
        text(column.direction, 14),
        text(column.budget, 26),
        text(column.detail, 26),
        euros(column.before),
        euros(column.after),
        euros(column.difference),
        text(column.stageBefore),
        text(column.stageAfter),
      ],
      rows: rows.map((row) => cellsOfRow(row, words)),
    },
    {
      name: digest.sums,
      columns: [
        text(column.field, 32),
        text(column.kind),
        text(column.direction, 14),
        { heading: column.count, width: 10, holds: 'number' },
        euros(column.increase),
        euros(column.decrease),
        euros(column.difference),
      ],
      rows: totals.map((total, index) => sumsOf(total, index + 2, rows.length, words)),
    },
  ];
}

function cellsOfRow({ item, change }: DigestFileRow, words: FileWords): SheetCell[] {
  const stages = item.field === 'grant-state' ? words.grantState : words.stage;
  const stage = (value: string | null): string | null => (value === null ? null : wordOf(stages, value));
  return [
    berlinTime(change.at),
    change.actorName,
    change.reason,
    item.project?.number ?? null,
    item.project?.title ?? null,
    wordOf(words.field, item.field),
    item.year,
    item.yearTo,
    wordOf(words.kind, item.kind),
    directionOf(item, words),
    item.budget?.title ?? null,
    item.detail ?? (item.source === null ? null : wordOf(words.source, item.source)),
    item.beforeCents,
    item.afterCents,
    item.differenceCents,
    stage(item.beforeStage),
    stage(item.afterStage),
  ];
}

function sumsOf(total: DigestTotalDto, row: number, rows: number, words: FileWords): SheetCell[] {
  const there = { sheet: words.digest.rows, rows };
  const same: Criteria = [
    [cellsOf(there, FIELD), `$A${row}`],
    [cellsOf(there, KIND), `$B${row}`],
    [cellsOf(there, DIRECTION), `$C${row}`],
  ];
  const differences = cellsOf(there, DIFFERENCE);
  const sum = (result: number | null, ...more: Criteria): SheetCell =>
    result === null ? null : sumIfs(differences, [...same, ...more], result);
  return [
    wordOf(words.field, total.field),
    wordOf(words.kind, total.kind),
    directionOf(total, words),
    countIfs(same, total.count),
    sum(total.increaseCents, [differences, '">0"']),
    sum(total.decreaseCents, [differences, '"<0"']),
    sum(total.differenceCents),
  ];
}

/** What a sum of the digest is of, in one line. */
export function nameOfTotal(total: DigestTotalDto, language: FileLanguage): string {
  const words = FILE_WORDS[language];
  const { field, kind } = total;
  return [wordOf(words.field, field), wordOf(words.kind, kind), directionOf(total, words)]
    .filter((word) => word !== NONE)
    .join(', ');
}

function directionOf(
  { kind, direction }: Pick<DigestItemDto, 'kind' | 'direction'>,
  words: FileWords,
): string {
  return direction === null ? NONE : wordOf(words.direction, `${kind} ${direction}`);
}

const minute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** 'YYYY-MM-DD HH:MM' in Europe/Berlin. */
export function berlinTime(instant: string): string {
  return minute.format(new Date(instant));
}
