import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/index.js';
import { BudgetController } from './budget.controller.js';
import { BudgetQueries } from './budget.queries.js';
import { BudgetLinesController } from './budget-lines.controller.js';
import { BudgetLinesService } from './budget-lines.service.js';
import { CounterFundingsController } from './counter-fundings.controller.js';
import { CounterFundingsService } from './counter-fundings.service.js';
import { NeedsController } from './needs.controller.js';
import { NeedsService } from './needs.service.js';

/** Needs, budget lines and counter-funding of projects, and the budget state that follows from them. */
@Module({
  imports: [ProjectsModule],
  controllers: [BudgetController, NeedsController, BudgetLinesController, CounterFundingsController],
  providers: [NeedsService, BudgetLinesService, CounterFundingsService, BudgetQueries],
})
export class BudgetModule {}
