import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IfSent, IsDay } from '../../platform/index.js';
import {
  CONDITION_OWNERS,
  type ConditionOwner,
  DECISION_OUTCOMES,
  type DecisionOutcome,
} from '../review.enums.js';

const TEXT = 10_000;
const MOST_CONDITIONS = 20;

/** What a decision asks for. */
export class SetConditionDto {
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  text!: string;

  /** Last day on which it is met in time; today or later. */
  @IsDay()
  dueOn!: string;

  /** Who has to meet it. */
  @IsIn(CONDITION_OWNERS)
  @ApiProperty({ enum: CONDITION_OWNERS, enumName: 'ConditionOwner' })
  ownerRole!: ConditionOwner;
}

/** The decision for an item; takes the place of the one before, with its conditions. */
export class PutDecisionDto {
  @IsIn(DECISION_OUTCOMES)
  @ApiProperty({ enum: DECISION_OUTCOMES, enumName: 'DecisionOutcome' })
  outcome!: DecisionOutcome;

  @IfSent()
  @IsString()
  @MaxLength(TEXT)
  text?: string;

  /** Needed for `come-back`, and only there; a day ahead. */
  @IsOptional()
  @IsDay()
  comeBackOn?: string | null;

  /** At least one for `approved-with-conditions`. */
  @IfSent()
  @IsArray()
  @ArrayMaxSize(MOST_CONDITIONS)
  @ValidateNested({ each: true })
  @Type(() => SetConditionDto)
  conditions?: SetConditionDto[];
}
