import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/index.js';
import { ReportRhythmsController } from './report-rhythms.controller.js';
import { ReportRhythms } from './report-rhythms.js';
import { ReportRhythmsQueries } from './report-rhythms.queries.js';
import { ReportingController } from './requests/reporting.controller.js';
import { ReportingQueries } from './requests/reporting.queries.js';
import { ReportRequestsService } from './requests/report-requests.service.js';
import { StatusDraftsController } from './status-drafts.controller.js';
import { StatusDraftsService } from './status-drafts.service.js';
import { StatusReportsController } from './status-reports.controller.js';
import { StatusReportsQueries } from './status-reports.queries.js';
import { StatusReportsService } from './status-reports.service.js';

/** Status reports, their drafts, and the rhythm in which they are awaited. */
@Module({
  imports: [ProjectsModule],
  // Drafts first: `draft` would be taken for the id of a report otherwise.
  controllers: [
    StatusDraftsController,
    StatusReportsController,
    ReportRhythmsController,
    ReportingController,
  ],
  providers: [
    StatusReportsService,
    StatusDraftsService,
    StatusReportsQueries,
    ReportRhythms,
    ReportRhythmsQueries,
    ReportRequestsService,
    ReportingQueries,
  ],
  exports: [ReportRhythms],
})
export class StatusReportsModule {}
