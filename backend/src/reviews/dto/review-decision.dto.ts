import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../platform/index.js';
import { DECISION_OUTCOMES, type DecisionOutcome } from '../review.enums.js';
import { ConditionDto, SessionNameDto } from './review-condition.dto.js';

/** What a session decided about an item. */
export class DecisionDto {
  id!: string;
  @ApiProperty({ enum: DECISION_OUTCOMES, enumName: 'DecisionOutcome' })
  outcome!: DecisionOutcome;
  text!: string;
  comeBackOn!: string | null;
  /** Instant, UTC. */
  decidedAt!: string;
  conditions!: ConditionDto[];
}

/** A decision about a project, with the session that made it. */
export class ProjectDecisionDto extends DecisionDto {
  session!: SessionNameDto;
}

/** Decisions about a project, the newest first. */
export class ProjectDecisionListDto extends PageDto {
  items!: ProjectDecisionDto[];
}
