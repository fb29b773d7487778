import { Module } from '@nestjs/common';
import { AgendaEntriesController } from './agenda-entries/agenda-entries.controller.js';
import { AgendaEntriesService } from './agenda-entries/agenda-entries.service.js';
import { DependenciesController } from './dependencies/dependencies.controller.js';
import { DependenciesQueries } from './dependencies/dependencies.queries.js';
import { ProjectHistoryQueries } from './history/project-history.queries.js';
import { HandoversController } from './handovers/handovers.controller.js';
import { HandoversService } from './handovers/handovers.service.js';
import { MilestoneTrendQueries } from './milestones/milestone-trend.queries.js';
import { MilestonesController, MilestoneTrendController } from './milestones/milestones.controller.js';
import { MilestonesQueries } from './milestones/milestones.queries.js';
import { MilestonesService } from './milestones/milestones.service.js';
import { DateApprovalsController, PhasesController } from './phases/phases.controller.js';
import { PhasesService } from './phases/phases.service.js';
import { ProjectCommands } from './project-commands.js';
import { ProjectRoots } from './project-roots.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsQueries } from './projects.queries.js';
import { ProjectsService } from './projects.service.js';
import { ClassificationController } from './relations/classification.controller.js';
import { ClassificationService } from './relations/classification.service.js';
import { LinksService } from './relations/links.service.js';
import { RelationsController } from './relations/relations.controller.js';
import { TagsService } from './relations/tags.service.js';
import { TeamService } from './relations/team.service.js';
import { RiskTrendQueries } from './risks/risk-trend.queries.js';
import { RisksController, RiskTrendController } from './risks/risks.controller.js';
import { RisksQueries } from './risks/risks.queries.js';
import { RisksService } from './risks/risks.service.js';

/** Projects: the project itself, its phase and gate, catalogue links, people, milestones and risks. */
@Module({
  controllers: [
    ProjectsController,
    PhasesController,
    DateApprovalsController,
    ClassificationController,
    RelationsController,
    AgendaEntriesController,
    DependenciesController,
    MilestonesController,
    MilestoneTrendController,
    RisksController,
    HandoversController,
    RiskTrendController,
  ],
  providers: [
    ProjectRoots,
    ProjectCommands,
    ProjectsService,
    ProjectsQueries,
    ProjectHistoryQueries,
    PhasesService,
    ClassificationService,
    TeamService,
    TagsService,
    LinksService,
    AgendaEntriesService,
    MilestonesService,
    MilestonesQueries,
    MilestoneTrendQueries,
    DependenciesQueries,
    RisksService,
    RisksQueries,
    HandoversService,
    RiskTrendQueries,
  ],
  exports: [ProjectRoots, ProjectCommands],
})
export class ProjectsModule {}
