import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import { PageDto, PageQuery, toList } from '../../platform/index.js';
import {
  type Attendance,
  ATTENDANCES,
  PARTICIPANT_ROLES,
  type ParticipantRole,
  SESSION_STATES,
  type SessionState,
} from '../review.enums.js';
import { AddendumDto } from './review-addendum.dto.js';
import { SessionNameDto } from './review-condition.dto.js';

/** A session of the IT commission. */
export class ReviewSessionDto extends SessionNameDto {
  version!: number;
  title!: string;
  place!: string;
  @ApiProperty({ enum: SESSION_STATES, enumName: 'SessionState' })
  state!: SessionState;
  /** Instant, UTC. */
  openedAt!: string | null;
  /** What was known when it was opened, as `r<rev>`. */
  openedMoment!: string | null;
  /** Instant, UTC. */
  closedAt!: string | null;
  /** What it has seen and decided, as `r<rev>`. */
  closedMoment!: string | null;
  /** Items on the agenda, without those dropped. */
  itemCount!: number;
  decidedCount!: number;
}

/** Sessions, the latest first. */
export class ReviewSessionListDto extends PageDto {
  items!: ReviewSessionDto[];
}

/** A person in a session. */
export class ParticipantPersonDto {
  id!: string;
  displayName!: string;
}

/** Who takes part in a session. */
export class ParticipantDto {
  id!: string;
  person!: ParticipantPersonDto | null;
  @ApiProperty({ enum: PARTICIPANT_ROLES, enumName: 'ParticipantRole' })
  role!: ParticipantRole;
  /** Whom somebody speaks for. */
  label!: string;
  @ApiProperty({ enum: ATTENDANCES, enumName: 'Attendance' })
  attendance!: Attendance;
}

/** One session with who takes part and what was added after closing. */
export class SingleReviewSessionDto extends ReviewSessionDto {
  participants!: ParticipantDto[];
  addenda!: AddendumDto[];
  /** The closed session before, with which this one compares. */
  previous!: SessionNameDto | null;
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
}

/** Which sessions. */
export class ReviewSessionsQuery extends PageQuery {
  @IsOptional()
  @Transform(toList)
  @IsIn(SESSION_STATES, { each: true })
  @ApiProperty({ enum: SESSION_STATES, enumName: 'SessionState', isArray: true, required: false })
  state?: SessionState[];
}
