import { Module } from '@nestjs/common';
import { NoticeMails } from './notice-mails.service.js';
import { NoticePreferences } from './notice-preferences.service.js';
import { NoticeSweep } from './notice-sweep.service.js';
import { NoticesController } from './notices.controller.js';
import { NoticesQueries } from './notices.queries.js';

/** Mails to people: what is due from them, and what was decided. */
@Module({
  controllers: [NoticesController],
  providers: [NoticeMails, NoticePreferences, NoticeSweep, NoticesQueries],
  exports: [NoticeSweep],
})
export class NoticesModule {}
