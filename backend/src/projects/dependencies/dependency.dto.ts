import { ApiProperty } from '@nestjs/swagger';
import { LinkedProjectDto } from '../dto/project-detail-parts.dto.js';

/** The milestone that slipped. */
export class SlippedMilestoneDto {
  id!: string;
  title!: string;
}

/** A date of the other project that is later than it was promised, and still ahead. */
export class DependencySlipDto {
  /** Null: the end of the project itself. */
  milestone!: SlippedMilestoneDto | null;
  /** First promise, a day. */
  baselineOn!: string;
  /** What is expected now, a day. */
  expectedOn!: string;
  /** Days between the two. */
  days!: number;
  /** What of this project the new date runs into: its planned start, its planned end, or nothing. */
  @ApiProperty({ enum: ['start', 'end'], enumName: 'SlipAgainst', nullable: true })
  against!: 'start' | 'end' | null;
}

/** A project that this one depends on. */
export class DependencyDto {
  /** Id of the link. */
  id!: string;
  project!: LinkedProjectDto;
  /** Its expected end, a day. */
  expectedEnd!: string | null;
  /** What slipped there, the milestones first. */
  slips!: DependencySlipDto[];
}

/** The projects that a project depends on, by their numbers. */
export class DependenciesDto {
  /** The revision that the answer speaks of. */
  moment!: string;
  items!: DependencyDto[];
}
