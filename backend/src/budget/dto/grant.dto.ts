import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IfSent, IsCents, IsDay, PageDto } from '../../platform/index.js';
import { GRANT_STATES, type GrantState } from '../budget.enums.js';

/** Money of a third party for a project. */
export class AddGrantDto {
  /** Who gives it. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  giver!: string;

  /** The programme that it comes from. */
  @IfSent()
  @IsString()
  @MaxLength(200)
  title?: string;

  @ApiProperty({ enum: GRANT_STATES, enumName: 'GrantState' })
  @IsIn(GRANT_STATES)
  state!: GrantState;

  /** When the giver decided. */
  @IsOptional()
  @IsDay()
  decidedOn?: string | null;

  /** Whole cents, 0 or more. */
  @IsCents()
  amountCents!: number;

  /** Costs that the giver recognises. */
  @IsOptional()
  @IsCents()
  eligibleCents?: number | null;

  /** Hundredths of a percent of the recognised costs: 9000 is 90 %. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  rateBasisPoints?: number | null;

  /** What the money is bound to. */
  @IfSent()
  @IsString()
  @MaxLength(2000)
  purpose?: string;

  /** Until when it is bound. */
  @IsOptional()
  @IsDay()
  boundUntil?: string | null;
}

/** A change of a grant; keys that are missing stay as they are. */
export class EditGrantDto extends PartialType(AddGrantDto, { skipNullProperties: false }) {}

/** Money of a third party for a project, with its rate and what it is bound to. */
export class GrantDto {
  id!: string;
  giver!: string;
  title!: string;
  @ApiProperty({ enum: GRANT_STATES, enumName: 'GrantState' })
  state!: GrantState;
  decidedOn!: string | null;
  amountCents!: number;
  eligibleCents!: number | null;
  rateBasisPoints!: number | null;
  purpose!: string;
  boundUntil!: string | null;
}

/** The grants of a project, by giver. */
export class GrantsDto extends PageDto {
  items!: GrantDto[];
  /** Version of the project, for the next If-Match. */
  version!: number;
}
