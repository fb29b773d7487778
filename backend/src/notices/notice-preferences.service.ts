import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import type { PatchNoticePreferenceDto } from './dto/notice-preference.dto.js';

/** Keeps how people want to be told. */
@Injectable()
export class NoticePreferences {
  constructor(private readonly transactions: Transactions) {}

  /** Changes how the person is told; what is not sent stays as it is. */
  async prefer(actor: Actor, { mode, language, financeDigest }: PatchNoticePreferenceDto): Promise<void> {
    await this.transactions.run({ command: 'notices.prefer', actor }, (tx) =>
      tx.query(
        `insert into notice_preference (person_id, mode, language, finance_digest)
         values ($1, coalesce($2, 'single'), coalesce($3, 'de'), coalesce($4, 'never'))
         on conflict (person_id) do update
           set mode = coalesce($2, notice_preference.mode), language = coalesce($3, notice_preference.language),
               finance_digest = coalesce($4, notice_preference.finance_digest)`,
        [actor.personId, mode ?? null, language ?? null, financeDigest ?? null],
      ),
    );
  }
}
