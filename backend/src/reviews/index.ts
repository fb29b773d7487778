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
  CONDITION_STATES,
  type ConditionState,
  DECISION_OUTCOMES,
  type DecisionOutcome,
} from './review.enums.js';
export { OUTCOME_WORDS } from './review-words.js';
export { ReviewsModule } from './reviews.module.js';
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
