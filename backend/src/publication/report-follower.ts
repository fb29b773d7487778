import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Transactions } from '../platform/index.js';
import { REFRESH } from './record/record-sql.js';

/** The commands after which the public sees phase and light anew. Source: domain.md, "Visibility". */
const PUBLISHING_REPORTS: readonly string[] = ['status-report.publish', 'status-report.correct'];

/** Brings published records up to date in the transaction that publishes a status report, and in no other. */
@Injectable()
export class ReportFollower implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.transactions.useFollower(async (tx, projectIds, { command }) => {
      if (!PUBLISHING_REPORTS.includes(command)) return;
      await tx.query(REFRESH, [projectIds, this.clock.now().toISOString()]);
    });
  }
}
