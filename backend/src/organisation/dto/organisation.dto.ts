import { ApiProperty } from '@nestjs/swagger';
import { PageDto, TitleDto } from '../../platform/index.js';
import { ORG_UNIT_KINDS, type OrgUnitKind } from '../organisation.enums.js';

/** A directorate, an office or a municipal company. */
export class OrgUnitDto {
  id!: string;
  /** For If-Match. */
  version!: number;
  key!: string;
  @ApiProperty({ enum: ORG_UNIT_KINDS, enumName: 'OrgUnitKind' })
  kind!: OrgUnitKind;
  shortName!: string;
  name!: string;
  /** The unit above; null at the top of the tree. */
  parentId!: string | null;
  /** First day on which the unit exists; null when it always did. */
  validFrom!: string | null;
  /** Last day on which the unit exists; null while it does. */
  validTo!: string | null;
  /** Whether the unit exists on the day that the answer speaks of. */
  isValid!: boolean;
}

export class OrgUnitListDto extends PageDto {
  items!: OrgUnitDto[];
}

/** A body that deliberates or decides. */
export class CouncilBodyDto {
  id!: string;
  key!: string;
  /** 'council', 'committee', 'commission', 'board', 'conference' or 'local-council'. */
  kind!: string;
  shortName!: string;
  title!: TitleDto;
  note!: string | null;
  /** First day on which the body exists; null when it always did. */
  validFrom!: string | null;
  /** Last day on which the body exists; null while it does. */
  validTo!: string | null;
  /** Whether the body exists on the day that the answer speaks of. */
  isValid!: boolean;
}

export class CouncilBodyListDto extends PageDto {
  items!: CouncilBodyDto[];
}
