import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { PageDto, TitleDto } from '../../platform/index.js';

/** What stood or stands in a field: plain, or the title of the catalogue entry that it names. */
export type HistoryValue = string | number | boolean | TitleDto | null;

const VALUE = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { $ref: getSchemaPath(TitleDto) },
    { type: 'null' },
  ],
};
const LABEL = { oneOf: [{ type: 'string' }, { $ref: getSchemaPath(TitleDto) }, { type: 'null' }] };

/** One field that changed. */
@ApiExtraModels(TitleDto)
export class FieldChangeDto {
  /** What was changed: `project`, or one of its parts: `milestone`, `principle-score`, `project-tag`, … */
  record!: string;
  recordId!: string;
  /** Which of several parts: a title, a tag, a name, a day; null for the project itself. */
  @ApiProperty(LABEL)
  label!: string | TitleDto | null;
  /** Whether the part came, was changed, or went. */
  @ApiProperty({ enum: ['added', 'changed', 'removed'], enumName: 'ChangeKind' })
  kind!: 'added' | 'changed' | 'removed';
  /** Name of the field, as elsewhere in the contract. */
  field!: string;
  @ApiProperty(VALUE)
  before!: HistoryValue;
  @ApiProperty(VALUE)
  after!: HistoryValue;
}

/** Everything that one command changed of a project. */
export class ProjectChangeDto {
  /** Revision that the change made; readable with `asOf=r<rev>`. */
  rev!: number;
  /** Instant of the change, UTC with microseconds. */
  at!: string;
  /** Null for the system itself. */
  actorName!: string | null;
  /** What was done: `project.edit`, `status-report.publish`. */
  command!: string;
  /** Why, if the person said so. */
  reason!: string | null;
  /** `app`, or where a load came from. */
  source!: string;
  changes!: FieldChangeDto[];
}

/** The history of a project, the newest change first. */
export class ProjectHistoryDto extends PageDto {
  items!: ProjectChangeDto[];
}
