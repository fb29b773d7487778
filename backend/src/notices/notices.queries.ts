import { Injectable } from '@nestjs/common';
import { Mails, Reads } from '../platform/index.js';
import type { NoticePreferenceDto } from './dto/notice-preference.dto.js';

/** Answers how a person is told. */
@Injectable()
export class NoticesQueries {
  constructor(
    private readonly reads: Reads,
    private readonly mails: Mails,
  ) {}

  /** How the person is told; single mails in German, none about amounts, while nothing else was chosen. */
  async preference(personId: string): Promise<NoticePreferenceDto> {
    const [row] = await this.reads.query<Omit<NoticePreferenceDto, 'isReached'> & { hasMail: boolean }>(
      { rev: null },
      PREFERENCE,
      [personId],
    );
    const { mode = 'single', language = 'de', financeDigest = 'never', hasMail = false } = row ?? {};
    return { mode, language, financeDigest, isReached: hasMail && this.mails.areSent };
  }
}

const PREFERENCE = `
  select coalesce(n.mode, 'single') as mode, coalesce(n.language, 'de') as language,
         coalesce(n.finance_digest, 'never') as "financeDigest", p.mail is not null and not p.is_sample as "hasMail"
    from person p left join notice_preference n on n.person_id = p.id where p.id = $1`;
