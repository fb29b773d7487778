import { Module } from '@nestjs/common';
import { ScenarioCommands } from './scenario-commands.js';
import { ScenarioFacts } from './scenario-facts.js';
import { ScenariosController } from './scenarios.controller.js';
import { ScenariosQueries } from './scenarios.queries.js';
import { SampleScenarios } from './sample-scenarios.js';
import { ScenariosService } from './scenarios.service.js';
import { Selections } from './selection/selections.js';

/** What if: which proposals fit into a budget. */
@Module({
  controllers: [ScenariosController],
  providers: [
    ScenariosService,
    ScenarioCommands,
    ScenarioFacts,
    ScenariosQueries,
    Selections,
    SampleScenarios,
  ],
})
export class ScenariosModule {}
