import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { NoticeLanguage, NoticeMode } from './notice.enums.js';

/** How a person wants to be told; who has no row gets single mails in German. */
@Entity('notice_preference')
@Check('ck_notice_preference_mode', `mode in ('single', 'weekly', 'duties')`)
@Check('ck_notice_preference_language', `language in ('de', 'en')`)
export class NoticePreference {
  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  personId!: string;

  @Column('text', { default: 'single' })
  mode!: NoticeMode;

  @Column('text', { default: 'de' })
  language!: NoticeLanguage;
}
