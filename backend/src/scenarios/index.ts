import { Scenario } from './scenario.entity.js';

export { SampleScenarios } from './sample-scenarios.js';
export { ScenariosModule } from './scenarios.module.js';

/** The tables of this feature. */
export const SCENARIO_ENTITIES = [Scenario];
