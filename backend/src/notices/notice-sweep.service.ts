import { Injectable } from '@nestjs/common';
import { rolesThatMay } from '../accounts/index.js';
import { Clock, Mails, Permission, Transactions } from '../platform/index.js';
import { NOTICE_MAIL } from './notice-mails.service.js';
import { OCCASIONS, WARNING_DAYS } from './occasions.sql.js';

/**
 * Looks for what people are to be told. Several processes may look at once: a notice is inserted by one of them alone,
 * in the transaction that queues its mail.
 */
@Injectable()
export class NoticeSweep {
  constructor(
    private readonly transactions: Transactions,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  /** Queues a mail for everything that nobody was told of yet, and returns how many; nothing where no mails are sent. */
  async run(): Promise<number> {
    if (!this.mails.areSent) return 0;
    const { value } = await this.transactions.run({ command: 'notices.sweep' }, async (tx) => {
      const found = await tx.query<{ id: string }>(OCCASIONS, [
        this.clock.now(),
        this.clock.today(),
        WARNING_DAYS,
        rolesThatMay(Permission.FinanceRead),
      ]);
      for (const { id } of found) await this.mails.queue(tx, NOTICE_MAIL, id);
      await tx.query(FORGET);
      return found.length;
    });
    return value;
  }
}

/** No occasion comes back after so long. */
const FORGET = `delete from notice where created_at < now() - interval '400 days'`;
