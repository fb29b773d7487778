import { Module } from '@nestjs/common';
import { FinanceModule } from '../finance/index.js';
import { FinanceDigestNotices } from './finance-digest-notices.service.js';
import { NoticeMails } from './notice-mails.service.js';
import { NoticePreferences } from './notice-preferences.service.js';
import { NoticeSweep } from './notice-sweep.service.js';
import { NoticesController } from './notices.controller.js';
import { NoticesQueries } from './notices.queries.js';

/** Mails to people: what is due from them, what was decided, and which amounts changed. */
@Module({
  imports: [FinanceModule],
  controllers: [NoticesController],
  providers: [FinanceDigestNotices, NoticeMails, NoticePreferences, NoticeSweep, NoticesQueries],
  exports: [NoticeSweep],
})
export class NoticesModule {}
