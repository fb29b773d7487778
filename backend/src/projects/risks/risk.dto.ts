import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IfSent, PageDto } from '../../platform/index.js';
import { TEXT_LENGTH, TITLE_LENGTH } from '../dto/lengths.js';
import { RISK_RESPONSES, RISK_STATES, type RiskResponse, type RiskState } from '../project.enums.js';

const HIGHEST = 5;

class RiskTextsDto {
  @IfSent()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  description?: string;

  /** Whether it is avoided, reduced, passed on to somebody else, or accepted; null: nobody has said. */
  @ApiProperty({ enum: RISK_RESPONSES, enumName: 'RiskResponse', required: false, nullable: true })
  @IsOptional()
  @IsIn(RISK_RESPONSES)
  responseKind?: RiskResponse | null;

  /** What is done about it. */
  @IfSent()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  response?: string;

  /** The role that looks after it; never a person's name. */
  @IfSent()
  @IsString()
  @MaxLength(TITLE_LENGTH)
  ownerRole?: string;

  @ApiProperty({ enum: RISK_STATES, enumName: 'RiskState', required: false })
  @IfSent()
  @IsIn(RISK_STATES)
  state?: RiskState;
}

/** A new risk; open unless another state is sent. */
export class AddRiskDto extends RiskTextsDto {
  @IsString()
  @MinLength(1)
  @MaxLength(TITLE_LENGTH)
  title!: string;

  /** 1 (hardly) to 5 (almost certain). */
  @IsInt()
  @Min(1)
  @Max(HIGHEST)
  probability!: number;

  /** 1 (slight) to 5 (severe). */
  @IsInt()
  @Min(1)
  @Max(HIGHEST)
  impact!: number;
}

/** Changes to a risk, as a merge patch. */
export class EditRiskDto extends RiskTextsDto {
  @IfSent()
  @IsString()
  @MinLength(1)
  @MaxLength(TITLE_LENGTH)
  title?: string;

  /** 1 (hardly) to 5 (almost certain). */
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(HIGHEST)
  probability?: number;

  /** 1 (slight) to 5 (severe). */
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(HIGHEST)
  impact?: number;
}

/** A risk of a project. */
export class RiskDto {
  id!: string;
  title!: string;
  description!: string;
  /** 1 (hardly) to 5 (almost certain). */
  probability!: number;
  /** 1 (slight) to 5 (severe). */
  impact!: number;
  /** Probability times impact, 1 to 25. */
  exposure!: number;
  /** In the red corner of the matrix. */
  isHigh!: boolean;
  @ApiProperty({ enum: RISK_RESPONSES, enumName: 'RiskResponse', nullable: true })
  responseKind!: RiskResponse | null;
  response!: string;
  ownerRole!: string;
  @ApiProperty({ enum: RISK_STATES, enumName: 'RiskState' })
  state!: RiskState;
}

/** Risks of a project: open ones first, the highest exposure first. */
export class RiskListDto extends PageDto {
  items!: RiskDto[];
}
