import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IfSent } from '../../platform/index.js';
import { type Light, LIGHTS } from '../status-report.enums.js';

const LIGHT = { enum: LIGHTS, enumName: 'Light' };
const OPTIONAL_LIGHT = { ...LIGHT, required: false };
const DRAFT_LIGHT = { ...OPTIONAL_LIGHT, nullable: true };

/** The lights of a report. */
export class LightsDto {
  @ApiProperty(LIGHT)
  overall!: Light;
  @ApiProperty(LIGHT)
  schedule!: Light;
  @ApiProperty(LIGHT)
  cost!: Light;
  @ApiProperty(LIGHT)
  scope!: Light;
  @ApiProperty(LIGHT)
  resources!: Light;
}

/** The lights that somebody sets; the overall one is the worst of the four when absent. */
export class SetLightsDto {
  @ApiProperty(OPTIONAL_LIGHT)
  @IfSent()
  @IsIn(LIGHTS)
  overall?: Light;

  @ApiProperty(LIGHT)
  @IsIn(LIGHTS)
  schedule!: Light;

  @ApiProperty(LIGHT)
  @IsIn(LIGHTS)
  cost!: Light;

  @ApiProperty(LIGHT)
  @IsIn(LIGHTS)
  scope!: Light;

  @ApiProperty(LIGHT)
  @IsIn(LIGHTS)
  resources!: Light;
}

/** The lights of a draft: as many as are set already. */
export class DraftLightsDto {
  @ApiProperty(DRAFT_LIGHT)
  @IsOptional()
  @IsIn(LIGHTS)
  overall?: Light | null;

  @ApiProperty(DRAFT_LIGHT)
  @IsOptional()
  @IsIn(LIGHTS)
  schedule?: Light | null;

  @ApiProperty(DRAFT_LIGHT)
  @IsOptional()
  @IsIn(LIGHTS)
  cost?: Light | null;

  @ApiProperty(DRAFT_LIGHT)
  @IsOptional()
  @IsIn(LIGHTS)
  scope?: Light | null;

  @ApiProperty(DRAFT_LIGHT)
  @IsOptional()
  @IsIn(LIGHTS)
  resources?: Light | null;
}
