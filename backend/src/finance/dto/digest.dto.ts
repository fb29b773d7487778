import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PageDto, PageQuery, toList, toNumber } from '../../platform/index.js';
import {
  DIGEST_FIELDS,
  DIGEST_GROUPINGS,
  type DigestField,
  type DigestGrouping,
} from '../digest/digest.enums.js';

const KINDS = ['operating', 'capital'] as const;
const DIRECTIONS = ['expense', 'revenue'] as const;
const COUNTER_FUNDING_SOURCES = ['additional-revenue', 'discontinued-tasks', 'reallocation'] as const;

/** Between which moments, and which of the amounts that changed. */
export class DigestQuery extends OmitType(PageQuery, ['asOf']) {
  /** What changed after this moment: a day (its end in Europe/Berlin), an instant, or a revision `r<rev>`. */
  @IsString()
  @MaxLength(40)
  from!: string;

  /** And up to this one, said in the same way; now when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  to?: string;

  /** Of this project alone, by number or id; or of all whose title has this in it. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  project?: string;

  /** Of projects of these offices, by key or id; units below count. */
  @IsOptional()
  @Transform(toList)
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  office?: string[];

  @IsOptional()
  @Transform(toList)
  @IsIn(DIGEST_FIELDS, { each: true })
  @ApiProperty({ enum: DIGEST_FIELDS, enumName: 'DigestField', isArray: true, required: false })
  field?: DigestField[];

  @IsOptional()
  @IsIn(KINDS)
  @ApiProperty({ enum: KINDS, enumName: 'BudgetKind', required: false })
  kind?: (typeof KINDS)[number];

  @IsOptional()
  @Transform(toNumber)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  /** Of this budget, by key or id: its own lines, and needs and counter-funding of its years. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  budget?: string;

  /** `budget` gives the sums of each budget. */
  @IsOptional()
  @IsIn(DIGEST_GROUPINGS)
  @ApiProperty({ enum: DIGEST_GROUPINGS, enumName: 'DigestGrouping', required: false })
  groupBy?: DigestGrouping;
}

/** The project of an amount, as it was called at the end of the digest. */
export class DigestProjectDto {
  id!: string;
  number!: string;
  title!: string;
}

/** The budget that an amount belongs to: its own, else the one of its year. */
export class DigestBudgetDto {
  id!: string;
  key!: string;
  title!: string;
}

/** An amount, or a stage, that one change left different. */
export class DigestItemDto {
  /** The change that made it: one of `changes`. */
  rev!: number;
  /** The kind of record, such as `budget-line`. */
  record!: string;
  recordId!: string;
  /** Null where the change is about a budget as a whole. */
  project!: DigestProjectDto | null;
  @ApiProperty({ enum: DIGEST_FIELDS, enumName: 'DigestField' })
  field!: DigestField;
  /** The first year of follow-up costs. */
  year!: number | null;
  /** The last year of follow-up costs; null where they go on, and for everything else. */
  yearTo!: number | null;
  /** Null where an amount belongs to neither. */
  @ApiProperty({
    oneOf: [{ type: 'string', enum: [...KINDS] }, { type: 'null' }],
  })
  kind!: (typeof KINDS)[number] | null;
  @ApiProperty({
    oneOf: [{ type: 'string', enum: [...DIRECTIONS] }, { type: 'null' }],
  })
  direction!: (typeof DIRECTIONS)[number] | null;
  budget!: DigestBudgetDto | null;
  /** Where counter-funding comes from. */
  @ApiProperty({
    oneOf: [{ type: 'string', enum: [...COUNTER_FUNDING_SOURCES] }, { type: 'null' }],
  })
  source!: (typeof COUNTER_FUNDING_SOURCES)[number] | null;
  /** Account assignment of a line, giver of a grant. */
  detail!: string | null;
  /** Whole cents; null where there was no such amount, and for stages. */
  beforeCents!: number | null;
  afterCents!: number | null;
  /** After less before, with nothing as 0; null for stages. */
  differenceCents!: number | null;
  beforeStage!: string | null;
  afterStage!: string | null;
}

/** One change: everything that one command changed in one transaction. */
export class DigestChangeDto {
  rev!: number;
  /** To read everything as of this change, as `r<rev>`. */
  moment!: string;
  /** With microseconds, UTC. */
  at!: string;
  /** Null for the system itself. */
  actorName!: string | null;
  command!: string;
  reason!: string | null;
  source!: string;
  /** Rows of the digest that it made, on all pages. */
  count!: number;
}

/** Counts and sums of a field, of one kind and direction; they are never summed with others. */
export class DigestTotalDto {
  /** Null for amounts of no budget, and where the sums are not by budget. */
  budget!: DigestBudgetDto | null;
  @ApiProperty({ enum: DIGEST_FIELDS, enumName: 'DigestField' })
  field!: DigestField;
  @ApiProperty({
    oneOf: [{ type: 'string', enum: [...KINDS] }, { type: 'null' }],
  })
  kind!: (typeof KINDS)[number] | null;
  @ApiProperty({
    oneOf: [{ type: 'string', enum: [...DIRECTIONS] }, { type: 'null' }],
  })
  direction!: (typeof DIRECTIONS)[number] | null;
  count!: number;
  /** Whole cents: all that went up. Null for stages. */
  increaseCents!: number | null;
  /** Whole cents, 0 or negative: all that went down. */
  decreaseCents!: number | null;
  /** What stands there now less what stood there. */
  differenceCents!: number | null;
}

/** One of the two moments. */
export class DigestMomentDto {
  /** Its name, readable with `asOf`. */
  moment!: string;
  day!: string;
}

/** Which amounts changed between two moments, by whom, why, and how much in sum. */
export class ChangeDigestDto extends PageDto {
  from!: DigestMomentDto;
  to!: DigestMomentDto;
  /** How many changes made the rows. */
  changeCount!: number;
  /** How many projects they are of. */
  projectCount!: number;
  totals!: DigestTotalDto[];
  /** The changes of the rows of this page, the newest first. */
  changes!: DigestChangeDto[];
  /** The newest change first. */
  items!: DigestItemDto[];
}
