import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { ComparisonModule } from '../comparison/index.js';
import { AgendaProposals } from './agenda-proposals.js';
import { ConditionsController } from './conditions.controller.js';
import { LiveChanges } from './live/live-changes.js';
import { LiveController } from './live/live.controller.js';
import { LiveQueries } from './live/live.queries.js';
import { LiveService } from './live/live.service.js';
import { LiveStreams } from './live/live-streams.js';
import { DossiersController } from './dossier/dossiers.controller.js';
import { DossiersQueries } from './dossier/dossiers.queries.js';
import { DossiersService } from './dossier/dossiers.service.js';
import { Dossiers } from './dossier/dossiers.js';
import { KeptDocumentsQueries } from './kept/kept-documents.queries.js';
import { MinutesController } from './minutes/minutes.controller.js';
import { MinutesService } from './minutes/minutes.service.js';
import { ProjectReviewsController } from './project-reviews.controller.js';
import { ProjectReviewsQueries } from './project-reviews.queries.js';
import { ReviewAddendaService } from './review-addenda.service.js';
import { ReviewConditionsService } from './review-conditions.service.js';
import { ReviewDecisionsService } from './review-decisions.service.js';
import { ReviewItemsController } from './review-items.controller.js';
import { ReviewItemsQueries } from './review-items.queries.js';
import { ReviewItemsService } from './review-items.service.js';
import { ReviewParticipantsController } from './review-participants.controller.js';
import { ReviewParticipantsService } from './review-participants.service.js';
import { ReviewSessionsController } from './review-sessions.controller.js';
import { ReviewSessionsQueries } from './review-sessions.queries.js';
import { ReviewSessionsService } from './review-sessions.service.js';
import { SampleSessions } from './sample/sample-sessions.js';
import { SessionCommands } from './session-commands.js';

/** Sessions of the IT commission: agenda, decisions, conditions. */
@Module({
  imports: [AccountsModule, ComparisonModule],
  controllers: [
    ReviewSessionsController,
    ReviewParticipantsController,
    ReviewItemsController,
    ConditionsController,
    ProjectReviewsController,
    LiveController,
    DossiersController,
    MinutesController,
  ],
  providers: [
    SessionCommands,
    ReviewSessionsService,
    ReviewParticipantsService,
    ReviewItemsService,
    ReviewDecisionsService,
    ReviewConditionsService,
    ReviewAddendaService,
    AgendaProposals,
    ReviewSessionsQueries,
    ReviewItemsQueries,
    ProjectReviewsQueries,
    LiveChanges,
    LiveQueries,
    LiveService,
    LiveStreams,
    KeptDocumentsQueries,
    Dossiers,
    DossiersQueries,
    DossiersService,
    MinutesService,
    SampleSessions,
  ],
})
export class ReviewsModule {}
