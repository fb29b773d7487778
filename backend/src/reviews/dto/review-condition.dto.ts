import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { PageDto, PageQuery, toBoolean, toList } from '../../platform/index.js';
import {
  CONDITION_OWNERS,
  CONDITION_STATES,
  type ConditionOwner,
  type ConditionState,
} from '../review.enums.js';

/** A project by what it is called. */
export class ReviewedProjectDto {
  id!: string;
  number!: string;
  title!: string;
}

/** A session by its number. */
export class SessionNameDto {
  id!: string;
  number!: number;
  /** Instant at which it began or will begin, UTC. */
  startsAt!: string;
}

/** What a session asks of a project, due when, until it is met. */
export class ConditionDto {
  id!: string;
  version!: number;
  project!: ReviewedProjectDto;
  session!: SessionNameDto;
  decisionId!: string;
  text!: string;
  dueOn!: string;
  @ApiProperty({ enum: CONDITION_OWNERS, enumName: 'ConditionOwner' })
  ownerRole!: ConditionOwner;
  @ApiProperty({ enum: CONDITION_STATES, enumName: 'ConditionState' })
  state!: ConditionState;
  /** Days after the due date, until it was met or until today; 0 in time. */
  delayDays!: number;
  evidence!: string | null;
  evidenceUrl!: string | null;
  /** Instant at which the evidence was presented, UTC. */
  reportedAt!: string | null;
  /** What was said to the evidence. */
  answer!: string | null;
  /** Instant, UTC. */
  answeredAt!: string | null;
  /** Day on which the evidence was accepted. */
  metOn!: string | null;
}

/** A condition, and whether the one who asks may present evidence. */
export class ConditionForActorDto extends ConditionDto {
  mayReport!: boolean;
}

/** Conditions, those due first on top. */
export class ConditionListDto extends PageDto {
  items!: ConditionForActorDto[];
}

/** Which conditions. */
export class ConditionsQuery extends PageQuery {
  @IsOptional()
  @Transform(toList)
  @IsIn(CONDITION_STATES, { each: true })
  @ApiProperty({ enum: CONDITION_STATES, enumName: 'ConditionState', isArray: true, required: false })
  state?: ConditionState[];

  @IsOptional()
  @Transform(toList)
  @IsIn(CONDITION_OWNERS, { each: true })
  @ApiProperty({ enum: CONDITION_OWNERS, enumName: 'ConditionOwner', isArray: true, required: false })
  ownerRole?: ConditionOwner[];

  /** Not met and past its due date, or the others. */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  overdue?: boolean;
}
