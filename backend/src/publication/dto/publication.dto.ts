import { ApiProperty } from '@nestjs/swagger';
import { PUBLIC_FIELDS, type PublicField } from '../publication.enums.js';
import { PublicProjectDto, PublicRecordDto } from './public-project.dto.js';

/** What is public of a project beside what would be, so that the difference is seen before it is published. */
export class PublicationDto {
  /** Version of the project, for the next If-Match. */
  version!: number;
  /** What the public sees; null when the project is not published. */
  published!: PublicProjectDto | null;
  /** What the public would see if it were published now. */
  current!: PublicRecordDto;
  /** Fields in which the two differ; none when the project is not published. */
  @ApiProperty({ enum: PUBLIC_FIELDS, enumName: 'PublicField', isArray: true })
  changed!: PublicField[];
  /** The revision that the answer speaks of. */
  moment!: string;
}
