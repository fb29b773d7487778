import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageDto, PageQuery } from '../../platform/index.js';
import {
  FILE_TYPES,
  type FileType,
  IMPORT_STATES,
  type ImportState,
  LEDGER_AMOUNTS,
  type LedgerAmount,
  ROW_FAULTS,
  ROW_OUTCOMES,
  type RowFault,
  type RowOutcome,
  UNDO_OUTCOMES,
  type UndoOutcome,
} from '../ledger.enums.js';
import { LedgerFormatDto, LedgerMappingDto } from './ledger-setup.dto.js';

/** Imports keep no history of their own. */
export class LedgerImportsQuery extends OmitType(PageQuery, ['asOf']) {}

/** What the rows of a file add up to, beside what the file itself says they do; whole cents. */
export class LedgerTotalDto {
  @ApiProperty({ enum: LEDGER_AMOUNTS, enumName: 'LedgerAmount' })
  amount!: LedgerAmount;
  /** The sum of all rows that are no sums themselves. */
  rowsCents!: number;
  /** Of those that found their line. */
  matchedCents!: number;
  rejectedCents!: number;
  /** What the last row says that is a sum of all others; null without one. */
  fileCents!: number | null;
  /** The file's own sum less that of its rows. */
  differenceCents!: number | null;
}

/** What changing lines say in all before and after; operating and capital, expense and revenue apart. */
export class LedgerSumDto {
  @ApiProperty({ enum: LEDGER_AMOUNTS, enumName: 'LedgerAmount' })
  amount!: LedgerAmount;
  @ApiProperty({ enum: ['operating', 'capital'], enumName: 'BudgetKind' })
  kind!: 'operating' | 'capital';
  @ApiProperty({ enum: ['expense', 'revenue'], enumName: 'Direction' })
  direction!: 'expense' | 'revenue';
  lines!: number;
  beforeCents!: number;
  afterCents!: number;
}

/** What a check found. */
export class LedgerResultDto {
  /** Rows with something in them, without sums. */
  rows!: number;
  changingRows!: number;
  unchangedRows!: number;
  rejectedRows!: number;
  /** Lines that change, and projects that they belong to. */
  lines!: number;
  projects!: number;
  totals!: LedgerTotalDto[];
  sums!: LedgerSumDto[];
}

/** A file of the ledger as it is listed. */
export class LedgerImportItemDto {
  id!: string;
  version!: number;
  @ApiProperty({ enum: IMPORT_STATES, enumName: 'LedgerImportState' })
  state!: ImportState;
  fileName!: string;
  @ApiProperty({ enum: FILE_TYPES, enumName: 'LedgerFileType', nullable: true })
  fileType!: FileType | null;
  bytes!: number;
  sourceName!: string;
  /**
   * Why it can't be read; `lines-changed`: lines changed between check and application, so it was checked anew;
   * `broken-off`: what was being done came to nothing and changed nothing.
   */
  fault!: string | null;
  /** Percent of what is being done. */
  progress!: number;
  result!: LedgerResultDto | null;
  createdAt!: string;
  createdBy!: string;
  appliedAt!: string | null;
  appliedBy!: string | null;
  undoneAt!: string | null;
  undoneBy!: string | null;
}

/** The files that were read in, the newest first. */
export class LedgerImportsDto extends PageDto {
  items!: LedgerImportItemDto[];
}

/** How a file is written, as it was found. */
export class DetectedFormatDto extends LedgerFormatDto {
  /** The encoding is marked at the beginning of the file. */
  isMarked!: boolean;
}

/** Another import of the very same file that was applied. */
export class SameFileDto {
  id!: string;
  appliedAt!: string;
}

/** What undoing left as it was, because it had changed since or is gone. */
export class LedgerUndoDto {
  restored!: number;
  changedSince!: number;
  lineRemoved!: number;
}

/** One file of the ledger. */
export class LedgerImportDto extends LedgerImportItemDto {
  detected!: DetectedFormatDto | null;
  format!: LedgerFormatDto | null;
  mapping!: LedgerMappingDto | null;
  /** The headings; a column without one is called by its number, `#3`. */
  columns!: string[];
  /** The first rows as text. */
  sample!: string[][];
  sameFile!: SameFileDto | null;
  undo!: LedgerUndoDto | null;
  moment!: string;
}

/** Which rows of a file. */
export class LedgerRowsQuery extends LedgerImportsQuery {
  @IsOptional()
  @IsIn(ROW_OUTCOMES)
  @ApiProperty({ enum: ROW_OUTCOMES, enumName: 'LedgerRowOutcome', required: false })
  outcome?: RowOutcome;

  /** `csv` gives all of them as a file. */
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

/** A row of a file. */
export class LedgerRowDto {
  /** As a spreadsheet counts rows. */
  number!: number;
  cells!: string[];
  @ApiProperty({ enum: ROW_OUTCOMES, enumName: 'LedgerRowOutcome' })
  outcome!: RowOutcome;
  @ApiProperty({ enum: ROW_FAULTS, enumName: 'LedgerRowFault', nullable: true })
  fault!: RowFault | null;
}

/** Rows of a file in their order. */
export class LedgerRowsDto extends PageDto {
  items!: LedgerRowDto[];
}

/** Which changes of an import. */
export class LedgerChangesQuery extends LedgerImportsQuery {
  /** What undoing did to the line. */
  @IsOptional()
  @IsIn(UNDO_OUTCOMES)
  @ApiProperty({ enum: UNDO_OUTCOMES, enumName: 'LedgerUndoOutcome', required: false })
  undo?: UndoOutcome;
}

/** One amount of a line before and after; whole cents. */
export class LedgerChangedAmountDto {
  @ApiProperty({ enum: LEDGER_AMOUNTS, enumName: 'LedgerAmount' })
  amount!: LedgerAmount;
  beforeCents!: number | null;
  afterCents!: number;
}

/** The project of a line. */
export class LedgerProjectDto {
  id!: string;
  number!: string;
  title!: string;
}

/** What an import changes in one budget line. */
export class LedgerChangeDto {
  lineId!: string;
  /** Null when the project is gone. */
  project!: LedgerProjectDto | null;
  /** Null, as the next ones, when the line is gone. */
  year!: number | null;
  @ApiProperty({ enum: ['operating', 'capital'], enumName: 'BudgetKind', nullable: true })
  kind!: 'operating' | 'capital' | null;
  @ApiProperty({ enum: ['expense', 'revenue'], enumName: 'Direction', nullable: true })
  direction!: 'expense' | 'revenue' | null;
  budgetTitle!: string | null;
  accountAssignment!: string | null;
  note!: string;
  /** The first row of the file that is about it, and how many make its sum. */
  firstRow!: number;
  rowCount!: number;
  amounts!: LedgerChangedAmountDto[];
  @ApiProperty({ enum: UNDO_OUTCOMES, enumName: 'LedgerUndoOutcome', nullable: true })
  undo!: UndoOutcome | null;
}

/** What an import changes, by project and year. */
export class LedgerChangesDto extends PageDto {
  items!: LedgerChangeDto[];
}

/** A source of files. */
export class LedgerSourceDto {
  id!: string;
  name!: string;
  usedAt!: string;
}

/** The sources by name. */
export class LedgerSourcesDto extends PageDto {
  items!: LedgerSourceDto[];
}
