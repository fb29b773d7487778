import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../platform/index.js';
import { PUBLIC_FIELDS, type PublicField } from '../publication.enums.js';

/** Something new that the public saw of a project: when and what, never who or why. */
export class PublicChangeDto {
  /** An instant. */
  at!: string;
  /** Name of the moment from which on it could be seen; take it as `asOf`. */
  since!: string;
  /** `published`: from here on it has been public without a break. */
  @ApiProperty({ enum: ['published', 'changed'], enumName: 'PublicChangeKind' })
  kind!: 'published' | 'changed';
  /** Fields that differ from before; none when it was published. */
  @ApiProperty({ enum: PUBLIC_FIELDS, enumName: 'PublicField', isArray: true })
  fields!: PublicField[];
}

/** What the public saw of a project since it was published, the newest change first. */
export class PublicHistoryDto extends PageDto {
  items!: PublicChangeDto[];
}
