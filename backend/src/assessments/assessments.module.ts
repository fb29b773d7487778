import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/index.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { AssessmentsService } from './assessments.service.js';

/** The check grid: scores, reasons and evidence of two voices. */
@Module({
  imports: [ProjectsModule],
  controllers: [AssessmentsController],
  providers: [AssessmentsService, AssessmentsQueries],
})
export class AssessmentsModule {}
