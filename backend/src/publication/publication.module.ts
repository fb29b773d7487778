import { Module } from '@nestjs/common';
import { ExportConnections } from '../portfolio/index.js';
import { ProjectsModule } from '../projects/index.js';
import { PublicFileQueries } from './public/public-file.queries.js';
import { PublicProjectsController } from './public/public-projects.controller.js';
import { PublicProjectsQueries } from './public/public-projects.queries.js';
import { PublicSummaryQueries } from './public/public-summary.queries.js';
import { PublicationController } from './publication.controller.js';
import { PublicationQueries } from './publication.queries.js';
import { PublicationService } from './publication.service.js';
import { ReportFollower } from './report-follower.js';

/** Publishing projects, and what everybody may read without signing in. */
@Module({
  imports: [ProjectsModule],
  controllers: [PublicationController, PublicProjectsController],
  providers: [
    PublicationService,
    PublicationQueries,
    ReportFollower,
    PublicProjectsQueries,
    PublicSummaryQueries,
    PublicFileQueries,
    ExportConnections,
  ],
  exports: [PublicationService],
})
export class PublicationModule {}
