import { PrincipleScore } from './principle-score.entity.js';

export { type Voice, VOICES } from './assessment.enums.js';
export {
  conflictsOf,
  type Coverage,
  coverageOf,
  principleScore,
  type SettledPrinciple,
  voiceDifferences,
} from './assessment.rules.js';
export { AssessmentsModule } from './assessments.module.js';

/** The tables of this feature. */
export const ASSESSMENT_ENTITIES = [PrincipleScore];
