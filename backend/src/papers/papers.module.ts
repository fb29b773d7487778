import { Module } from '@nestjs/common';
import { ConsultationsService } from './consultations.service.js';
import { CoverSheetsController } from './cover-sheet/cover-sheets.controller.js';
import { CoverSheetsQueries } from './cover-sheet/cover-sheets.queries.js';
import { CoverSheets } from './cover-sheet/cover-sheets.service.js';
import { PaperCommands } from './paper-commands.js';
import { PapersController } from './papers.controller.js';
import { PapersQueries } from './papers.queries.js';
import { PapersService } from './papers.service.js';
import { SamplePaper } from './sample-paper.js';

/** Papers for the council, their consultations and cover sheets. */
@Module({
  controllers: [PapersController, CoverSheetsController],
  providers: [
    PaperCommands,
    PapersService,
    ConsultationsService,
    PapersQueries,
    CoverSheets,
    CoverSheetsQueries,
    SamplePaper,
  ],
})
export class PapersModule {}
