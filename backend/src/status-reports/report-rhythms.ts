import { Injectable } from '@nestjs/common';
import { newId, Transactions } from '../platform/index.js';
import { ReportRhythm } from './report-rhythm.entity.js';
import { DEFAULT_RHYTHM_DAYS } from './status-report.enums.js';

/** The rhythm in which the projects of a phase report: a setting, so it stands in the database. */
@Injectable()
export class ReportRhythms {
  constructor(private readonly transactions: Transactions) {}

  /** Sets the usual rhythm for each phase that has none yet; what is set already stays. Runs at start. */
  async settle(): Promise<void> {
    await this.transactions.run({ command: 'report-rhythm.settle', source: 'start' }, async (tx) => {
      // Two servers that start at once would both find it missing.
      await tx.query('lock table report_rhythm in share row exclusive mode');
      const set = await tx.query<{ phase: string }>('select phase from report_rhythm');
      const missing = Object.entries(DEFAULT_RHYTHM_DAYS).filter(([phase]) =>
        set.every((row) => row.phase !== phase),
      );
      if (missing.length === 0) return;
      await tx.insert(
        ReportRhythm,
        missing.map(([phase, days]) => ({ id: newId(), phase, days })),
      );
    });
  }
}
