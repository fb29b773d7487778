import { Module } from '@nestjs/common';
import { DigestController } from './digest/digest.controller.js';
import { DigestQueries } from './digest/digest.queries.js';
import { ExceptionsQueries } from './exceptions/exceptions.queries.js';
import { FinanceFiles } from './files/finance-files.queries.js';
import { FinanceController } from './finance.controller.js';
import { FinancePeriods } from './finance-periods.js';
import { MatrixQueries } from './matrix/matrix.queries.js';
import { FinanceYearsQueries } from './years/years.queries.js';

/**
 * What finance looks at across all projects: exceptions, the matrix of projects and years, from need to gap, which amounts
 * changed, and files of it.
 */
@Module({
  controllers: [FinanceController, DigestController],
  providers: [
    FinancePeriods,
    ExceptionsQueries,
    MatrixQueries,
    FinanceYearsQueries,
    DigestQueries,
    FinanceFiles,
  ],
  exports: [DigestQueries],
})
export class FinanceModule {}
