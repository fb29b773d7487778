import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FinanceDigestRhythm, NoticeLanguage, NoticeMode } from './notice.enums.js';

/** How a person wants to be told; who has no row gets single mails in German, and none about amounts. */
@Entity('notice_preference')
@Check('ck_notice_preference_mode', `mode in ('single', 'weekly', 'duties')`)
@Check('ck_notice_preference_language', `language in ('de', 'en')`)
@Check('ck_notice_preference_finance_digest', `finance_digest in ('never', 'weekly', 'monthly')`)
export class NoticePreference {
  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('text', { default: 'single' })
  mode!: NoticeMode;

  @Column('text', { default: 'de' })
  language!: NoticeLanguage;

  @Column('text', { default: 'never' })
  financeDigest!: FinanceDigestRhythm;
}
