import { ReviewLive } from './live/review-live.entity.js';
import { KeptDocument } from './kept/kept-document.entity.js';
import { KeptFile } from './kept/kept-file.entity.js';
import { ReviewAddendum } from './review-addendum.entity.js';
import { ReviewCondition } from './review-condition.entity.js';
import { ReviewDecision } from './review-decision.entity.js';
import { ReviewItem } from './review-item.entity.js';
import { ReviewParticipant } from './review-participant.entity.js';
import { ReviewSession } from './review-session.entity.js';

export {
  AGENDA_REASONS,
  type AgendaReason,
  type AgendaReasonCode,
  CONDITION_OWNERS,
  CONDITION_STATES,
  type ConditionOwner,
  type ConditionState,
  DECISION_OUTCOMES,
  type DecisionOutcome,
  type SessionState,
} from './review.enums.js';
export { ReviewItemsQueries } from './review-items.queries.js';
export { ReviewSessionsQueries } from './review-sessions.queries.js';
export { ReviewsModule } from './reviews.module.js';
export { SESSION_CHANNEL, type SessionNotice } from './session-notice.js';
export { SampleSessions } from './sample/sample-sessions.js';

/** The tables of this feature. */
export const REVIEW_ENTITIES = [
  ReviewSession,
  ReviewParticipant,
  ReviewItem,
  ReviewDecision,
  ReviewCondition,
  ReviewAddendum,
  ReviewLive,
  KeptDocument,
  KeptFile,
];
