import { applicationAnalysis } from './application-analysis.js';
import { applicationSupport } from './application-support.js';

/** Stories of action field 3, Fachanwendungen. */
export const applicationsStories = [applicationAnalysis, applicationSupport];
