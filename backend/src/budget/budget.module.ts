import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/index.js';
import { BudgetConfirmationsController } from './budget-confirmations.controller.js';
import { BudgetConfirmationsService } from './budget-confirmations.service.js';
import { BudgetLinesController } from './budget-lines.controller.js';
import { BudgetLinesService } from './budget-lines.service.js';
import { BudgetPartsQueries } from './budget-parts.queries.js';
import { BudgetController } from './budget.controller.js';
import { BudgetQueries } from './budget.queries.js';
import { BudgetsController } from './budgets.controller.js';
import { BudgetsQueries } from './budgets.queries.js';
import { BudgetsService } from './budgets.service.js';
import { CommitmentAuthorisationsController } from './commitment-authorisations.controller.js';
import { CommitmentAuthorisationsService } from './commitment-authorisations.service.js';
import { CounterFundingsController } from './counter-fundings.controller.js';
import { CounterFundingsService } from './counter-fundings.service.js';
import { FigureChecksController } from './figure-checks.controller.js';
import { FigureChecksService } from './figure-checks.service.js';
import { FollowUpCostsController } from './follow-up-costs.controller.js';
import { FollowUpCostsService } from './follow-up-costs.service.js';
import { GapDestinationsController } from './gap-destinations.controller.js';
import { GapDestinationsService } from './gap-destinations.service.js';
import { GrantsController } from './grants.controller.js';
import { GrantsService } from './grants.service.js';
import { NeedsController } from './needs.controller.js';
import { NeedsService } from './needs.service.js';
import { PlanVersionsService } from './plan-versions.service.js';
import { SamplePlanVersions } from './sample-plan-versions.js';
import { SheetsController } from './sheets.controller.js';
import { SheetsService } from './sheets.service.js';

/** The money of projects, the budgets of the city, and the budget states that follow from them or are signed by finance. */
@Module({
  imports: [ProjectsModule],
  controllers: [
    BudgetController,
    BudgetsController,
    NeedsController,
    BudgetLinesController,
    CounterFundingsController,
    SheetsController,
    FigureChecksController,
    FollowUpCostsController,
    CommitmentAuthorisationsController,
    GrantsController,
    GapDestinationsController,
    BudgetConfirmationsController,
  ],
  providers: [
    BudgetQueries,
    BudgetPartsQueries,
    BudgetsQueries,
    NeedsService,
    BudgetLinesService,
    CounterFundingsService,
    SheetsService,
    FigureChecksService,
    FollowUpCostsService,
    CommitmentAuthorisationsService,
    GrantsService,
    GapDestinationsService,
    BudgetConfirmationsService,
    BudgetsService,
    PlanVersionsService,
    SamplePlanVersions,
  ],
})
export class BudgetModule {}
