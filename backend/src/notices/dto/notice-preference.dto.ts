import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfSent } from '../../platform/index.js';
import {
  FINANCE_DIGEST_RHYTHMS,
  type FinanceDigestRhythm,
  NOTICE_LANGUAGES,
  NOTICE_MODES,
  type NoticeLanguage,
  type NoticeMode,
} from '../notice.enums.js';

/** How the person who asks is told by mail. */
export class NoticePreferenceDto {
  @ApiProperty({ enum: NOTICE_MODES, enumName: 'NoticeMode' })
  mode!: NoticeMode;
  @ApiProperty({ enum: NOTICE_LANGUAGES, enumName: 'NoticeLanguage' })
  language!: NoticeLanguage;
  /** How often a mail says which amounts changed; none comes while the person may not read finance. */
  @ApiProperty({ enum: FINANCE_DIGEST_RHYTHMS, enumName: 'FinanceDigestRhythm' })
  financeDigest!: FinanceDigestRhythm;
  /** Mails can reach this person: there is a mail server, and an address. */
  isReached!: boolean;
}

/** A new way to be told; what is not sent stays as it is. */
export class PatchNoticePreferenceDto {
  @IfSent()
  @IsIn(NOTICE_MODES)
  @ApiProperty({ enum: NOTICE_MODES, enumName: 'NoticeMode', required: false })
  mode?: NoticeMode;

  @IfSent()
  @IsIn(NOTICE_LANGUAGES)
  @ApiProperty({ enum: NOTICE_LANGUAGES, enumName: 'NoticeLanguage', required: false })
  language?: NoticeLanguage;

  @IfSent()
  @IsIn(FINANCE_DIGEST_RHYTHMS)
  @ApiProperty({ enum: FINANCE_DIGEST_RHYTHMS, enumName: 'FinanceDigestRhythm', required: false })
  financeDigest?: FinanceDigestRhythm;
}
