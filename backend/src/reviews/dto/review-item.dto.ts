import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../platform/index.js';
import {
  AGENDA_REASONS,
  type AgendaReasonCode,
  ITEM_ORIGINS,
  ITEM_STATES,
  type ItemOrigin,
  type ItemState,
} from '../review.enums.js';
import { ConditionDto, ReviewedProjectDto } from './review-condition.dto.js';
import { DecisionDto } from './review-decision.dto.js';

/** One fact that speaks for a project on the agenda. */
export class AgendaReasonDto {
  @ApiProperty({ enum: AGENDA_REASONS, enumName: 'AgendaReasonCode' })
  code!: AgendaReasonCode;
  /** What it is about: days, cents, lights, phases. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  params!: Record<string, string | number>;
}

/** An item on the agenda of a session. */
export class ReviewItemDto {
  id!: string;
  version!: number;
  /** Place on the agenda; what counts is the order. */
  position!: number;
  /** Null for a topic without a project. */
  project!: ReviewedProjectDto | null;
  /** Of a topic; empty for a project. */
  title!: string;
  @ApiProperty({ enum: ITEM_STATES, enumName: 'ItemState' })
  state!: ItemState;
  @ApiProperty({ enum: ITEM_ORIGINS, enumName: 'ItemOrigin' })
  origin!: ItemOrigin;
  /** As they were when the item came onto the agenda. */
  reasons!: AgendaReasonDto[];
  note!: string;
  decision!: DecisionDto | null;
  /** Conditions of earlier sessions that are not met, the longest due first. */
  openConditions!: ConditionDto[];
}

/** Items of a session: those taken in their order, then those dropped. */
export class ReviewItemListDto extends PageDto {
  items!: ReviewItemDto[];
}

/** What has become of a proposal. */
export class ProposalItemDto {
  id!: string;
  version!: number;
  @ApiProperty({ enum: ITEM_STATES, enumName: 'ItemState' })
  state!: ItemState;
}

/** A project for which something speaks. */
export class ProposalDto {
  project!: ReviewedProjectDto;
  reasons!: AgendaReasonDto[];
  /** Null while nobody has taken or dropped it. */
  item!: ProposalItemDto | null;
}

/** Proposals for the agenda, the weightiest first. */
export class ProposalListDto extends PageDto {
  items!: ProposalDto[];
  /** Number of the session with which is compared; null before the first. */
  sinceSession!: number | null;
}
