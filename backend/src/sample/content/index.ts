import type { Story } from '../story.js';

import { applicationsStories } from './applications/index.js';
import { citizenServiceStories } from './citizen-service/index.js';
import { infrastructureStories } from './infrastructure/index.js';
import { innovationStories } from './innovation/index.js';
import { openGovernmentStories } from './open-government/index.js';
import { transformationStories } from './transformation/index.js';
import { workplaceStories } from './workplace/index.js';

/** The thirty lead projects of the Digital Agenda 2022 in the order of their numbers. */
export const stories: readonly Story[] = [
  ...workplaceStories,
  ...infrastructureStories,
  ...applicationsStories,
  ...citizenServiceStories,
  ...openGovernmentStories,
  ...innovationStories,
  ...transformationStories,
];
