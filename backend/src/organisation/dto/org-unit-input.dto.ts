import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { IfSent, IsDay } from '../../platform/index.js';
import { ORG_UNIT_KINDS, type OrgUnitKind } from '../organisation.enums.js';

const SHORT = 60;
const NAME = 300;

/** A new unit of the administration. */
export class CreateOrgUnitDto {
  /** Lower-case words with hyphens; files and the sign-in by groups name the unit by it, so it never changes. */
  @IsString()
  @MaxLength(SHORT)
  @Matches(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  key!: string;

  @ApiProperty({ enum: ORG_UNIT_KINDS, enumName: 'OrgUnitKind' })
  @IsIn(ORG_UNIT_KINDS)
  kind!: OrgUnitKind;

  @IsString()
  @MinLength(1)
  @MaxLength(SHORT)
  shortName!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(NAME)
  name!: string;

  /** The unit above. */
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  /** First day on which the unit exists. */
  @IsOptional()
  @IsDay()
  validFrom?: string | null;

  /** Last day on which the unit exists. */
  @IsOptional()
  @IsDay()
  validTo?: string | null;
}

/** Changes to a unit, as a merge patch: a missing field stays, null empties. A unit is closed by its last day. */
export class EditOrgUnitDto {
  @IfSent()
  @IsIn(ORG_UNIT_KINDS)
  @ApiProperty({ enum: ORG_UNIT_KINDS, enumName: 'OrgUnitKind', required: false })
  kind?: OrgUnitKind;

  @IfSent()
  @IsString()
  @MinLength(1)
  @MaxLength(SHORT)
  shortName?: string;

  @IfSent()
  @IsString()
  @MinLength(1)
  @MaxLength(NAME)
  name?: string;

  /** The unit above. */
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  /** First day on which the unit exists. */
  @IsOptional()
  @IsDay()
  validFrom?: string | null;

  /** Last day on which the unit exists. */
  @IsOptional()
  @IsDay()
  validTo?: string | null;
}
