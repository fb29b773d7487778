import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IfSent } from '../../platform/index.js';
import { AddBudgetLineDto } from './budget-line.dto.js';
import { AddNeedDto } from './need.dto.js';

/** Most rows of a sheet. */
const MOST_ROWS = 1000;

class SheetReasonDto {
  /** Why, for the history. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string | null;
}

/** A row of the sheet of needs; keys that are missing have what a new need has there. */
export class NeedRowDto extends AddNeedDto {
  /** Of a need that is there; without one the row is new. */
  @IfSent()
  @IsUUID()
  id?: string;
}

/** A row of the sheet of budget lines; keys that are missing have what a new line has there. */
export class BudgetLineRowDto extends AddBudgetLineDto {
  /** Of a line that is there; without one the row is new. */
  @IfSent()
  @IsUUID()
  id?: string;
}

/** All needs of a project: those that are absent are removed. */
export class NeedSheetDto extends SheetReasonDto {
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => NeedRowDto)
  rows!: NeedRowDto[];
}

/** All budget lines of a project: those that are absent are removed. */
export class BudgetLineSheetDto extends SheetReasonDto {
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => BudgetLineRowDto)
  rows!: BudgetLineRowDto[];
}
