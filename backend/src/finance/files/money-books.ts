import type { Sheet, SheetCell, SheetColumn } from '../../platform/documents/index.js';
import type { ExceptionCountDto, ExceptionDto } from '../dto/exceptions.dto.js';
import type { MatrixCellDto, MatrixDto } from '../dto/matrix.dto.js';
import type { MoneySumsDto } from '../dto/money-sums.dto.js';
import type { FinanceYearsDto, YearSumsDto } from '../dto/years.dto.js';
import { type FileWords, NONE, wordOf } from './file-words.js';
import { cellsOf, countIfs, type Criteria, sumIfs } from './sheet-formulas.js';

const text = (heading: string, width = 18): SheetColumn => ({ heading, width, holds: 'text' });
const number = (heading: string): SheetColumn => ({ heading, width: 10, holds: 'number' });
const euros = (heading: string): SheetColumn => ({ heading, width: 18, holds: 'euros' });

const MEASURES = [
  'need',
  'secured',
  'planned',
  'counterFunding',
  'gap',
  'surplus',
  'committed',
  'actual',
  'forecast',
] as const;
const REVENUES = ['appropriation', 'expectedRevenue', 'securedRevenue'] as const;
type Name = (typeof MEASURES)[number] | (typeof REVENUES)[number];

const shareColumn = ({ column }: FileWords): SheetColumn => ({
  heading: column.share,
  width: 12,
  holds: 'percent',
});
const share = ({ needCents, securedCents }: MoneySumsDto): number | null =>
  needCents === 0 ? null : securedCents / needCents;

function centsOf(sums: MoneySumsDto, name: Name): number | null {
  return (sums as unknown as Record<string, number | null>)[`${name}Cents`] ?? null;
}

/** Every exception, and how many of each kind there are, with the differences of each budget by itself. */
export function exceptionTables(
  items: readonly ExceptionDto[],
  counts: readonly ExceptionCountDto[],
  words: FileWords,
): [Sheet, Sheet] {
  const { column, exceptions } = words;
  const there = { sheet: exceptions.rows, rows: items.length };
  const sums = (kind: string, row: number): Criteria => [
    [cellsOf(there, 0), `$A${row}`],
    [cellsOf(there, 5), `"${kind}"`],
  ];
  return [
    {
      name: exceptions.rows,
      columns: [
        text(column.exception, 40),
        text(column.number, 14),
        text(column.project, 44),
        text(column.office),
        number(column.year),
        text(column.kind),
        euros(column.amount),
        euros(column.against),
        euros(column.difference),
      ],
      rows: items.map((item) => [
        wordOf(words.exception, item.kind),
        item.project.number,
        item.project.title,
        item.project.office,
        item.year,
        wordOf(words.kind, item.budgetKind),
        item.amountCents,
        item.againstCents,
        item.differenceCents,
      ]),
    },
    {
      name: exceptions.sums,
      columns: [
        text(column.exception, 40),
        number(column.count),
        ...Object.values(words.kind).map((kind) => euros(`${column.difference}, ${kind}`)),
      ],
      rows: counts.map(({ kind, count, operatingCents, capitalCents }, index) => {
        const row = index + 2;
        const differences = cellsOf(there, 8);
        return [
          wordOf(words.exception, kind),
          countIfs([[cellsOf(there, 0), `$A${row}`]], count),
          sumIfs(differences, sums(wordOf(words.kind, 'operating'), row), operatingCents),
          sumIfs(differences, sums(wordOf(words.kind, 'capital'), row), capitalCents),
        ];
      }),
    },
  ];
}

/** A row for each group, year and kind; the sums over all groups are formulas on them. */
export function matrixTables(matrix: MatrixDto, words: FileWords, language: 'de' | 'en'): [Sheet, Sheet] {
  const { column } = words;
  const rows = matrix.groups.flatMap(({ key, title, cells }) =>
    yearly(cells).map((cell): SheetCell[] => [
      title === null ? wordOf(words.group, key) : (title[language] ?? title.de),
      ...moneyCells(cell, MEASURES, words),
    ]),
  );
  const there = { sheet: words.matrix.rows, rows: rows.length };
  return [
    {
      name: words.matrix.rows,
      columns: [text(words.grouping[matrix.groupBy] ?? column.group, 40), ...moneyColumns(MEASURES, words)],
      rows,
    },
    {
      name: words.matrix.sums,
      columns: moneyColumns(MEASURES, words),
      rows: yearly(matrix.totals).map((total, index) =>
        moneySums(total, MEASURES, words, (at) => cellsOf(there, at + 1))(index + 2),
      ),
    },
  ];
}

/** A row for each year and kind; the sum of the years of a kind is a formula on them. */
export function yearTables({ items, totals }: FinanceYearsDto, words: FileWords): [Sheet, Sheet] {
  const names = [...MEASURES, ...REVENUES];
  const there = { sheet: words.years.rows, rows: items.length };
  const columns = moneyColumns(names, words);
  return [
    {
      name: words.years.rows,
      columns,
      rows: items.map((item: YearSumsDto) => moneyCells(item, names, words)),
    },
    {
      name: words.years.sums,
      columns: columns.slice(1),
      rows: totals.map((total, index) => {
        const row = moneySums(total, names, words, (at) => cellsOf(there, at), '$A')(index + 2);
        return row.slice(1);
      }),
    },
  ];
}

const yearly = (cells: readonly MatrixCellDto[]): MatrixCellDto[] =>
  cells.filter(({ year }) => year !== null);

function moneyColumns(names: readonly Name[], words: FileWords): SheetColumn[] {
  const { column } = words;
  return [
    number(column.year),
    text(column.kind),
    ...names.map((name) => euros(column[name])),
    shareColumn(words),
  ];
}

function moneyCells(
  sums: MoneySumsDto & { year: number | null; kind: string },
  names: readonly Name[],
  words: FileWords,
): SheetCell[] {
  return [sums.year, wordOf(words.kind, sums.kind), ...names.map((name) => centsOf(sums, name)), share(sums)];
}

/** The cells of a sum: year and kind as they are, amounts as formulas on the columns that `there` finds. */
function moneySums(
  total: MoneySumsDto & { year: number | null; kind: string },
  names: readonly Name[],
  words: FileWords,
  there: (at: number) => string,
  kindColumn = '$B',
): (row: number) => SheetCell[] {
  return (row) => {
    const same: Criteria = [
      ...(total.year === null ? [] : ([[there(0), `$A${row}`]] as Criteria)),
      [there(1), `${kindColumn}${row}`],
    ];
    const amounts = names.map((name, at): SheetCell => {
      const cents = centsOf(total, name);
      return cents === null ? null : sumIfs(there(at + 2), same, cents);
    });
    return [total.year, wordOf(words.kind, total.kind) || NONE, ...amounts, share(total)];
  };
}
