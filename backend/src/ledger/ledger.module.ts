import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/index.js';
import { LedgerCheck } from './ledger-check.js';
import { LedgerFiles } from './ledger-files.js';
import { LedgerImportsController } from './ledger-imports.controller.js';
import { LedgerImportsQueries } from './ledger-imports.queries.js';
import { LedgerImportsService } from './ledger-imports.service.js';
import { LedgerProgress } from './ledger-progress.js';
import { LedgerRowsFile } from './ledger-rows.file.js';
import { LedgerSourcesController } from './ledger-sources.controller.js';
import { LedgerWork } from './ledger-work.js';
import { SampleLedgerImport } from './sample-ledger-import.js';

/** Files of the ledger: received, set up, checked, applied to budget lines in one change, undone. */
@Module({
  imports: [ProjectsModule],
  controllers: [LedgerImportsController, LedgerSourcesController],
  providers: [
    LedgerFiles,
    LedgerProgress,
    LedgerCheck,
    LedgerWork,
    LedgerImportsService,
    LedgerImportsQueries,
    LedgerRowsFile,
    SampleLedgerImport,
  ],
})
export class LedgerModule {}
