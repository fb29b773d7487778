import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfSent } from '../../platform/index.js';
import { NOTICE_LANGUAGES, NOTICE_MODES, type NoticeLanguage, type NoticeMode } from '../notice.enums.js';

/** How the person who asks is told by mail. */
export class NoticePreferenceDto {
  @ApiProperty({ enum: NOTICE_MODES, enumName: 'NoticeMode' })
  mode!: NoticeMode;
  @ApiProperty({ enum: NOTICE_LANGUAGES, enumName: 'NoticeLanguage' })
  language!: NoticeLanguage;
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
}
