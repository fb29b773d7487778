import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Config, CONFIG } from '../config/index.js';
import { Clock, type Mail, Mails, Reads, Transactions } from '../platform/index.js';
import { FinanceDigestNotices } from './finance-digest-notices.service.js';
import type { NoticeKind, NoticeLanguage } from './notice.enums.js';
import type { DigestFacts, NoticeFacts } from './notice-facts.js';
import { FACTS } from './notice-facts.sql.js';
import { noticeText } from './notice-text.js';

/** What the mail of a notice is called among the mails. */
export const NOTICE_MAIL = 'notice';

/** The key of what is due begins with the day. */
const DAY_LENGTH = 'YYYY-MM-DD'.length;

interface WaitingNotice {
  id: string;
  personId: string;
  kind: NoticeKind;
  subjectId: string;
  dueKey: string;
  displayName: string;
  mail: string;
  language: NoticeLanguage;
}

/** Writes the mails to people, from what is true when they are sent; what has become idle meanwhile is not sent. */
@Injectable()
export class NoticeMails implements OnModuleInit {
  constructor(
    private readonly reads: Reads,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly financeDigests: FinanceDigestNotices,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.mails.register(NOTICE_MAIL, (id) => this.write(id));
  }

  private async write(id: string): Promise<Mail | null> {
    const [notice] = await this.reads.query<WaitingNotice>({ rev: null }, WAITING, [id]);
    if (notice === undefined) return null;
    const facts = await this.factsOf(notice);
    if (facts === null) return null;
    const { displayName, language, mail } = notice;
    const publicUrl = this.config.publicUrl ?? '';
    return {
      to: mail,
      language,
      ...noticeText(facts, { displayName, language, publicUrl }),
      messageId: `<notice-${id}@${new URL(publicUrl).hostname}>`,
      sent: () => this.noteSent(id),
    };
  }

  private async factsOf({ kind, subjectId, dueKey, personId }: WaitingNotice): Promise<NoticeFacts | null> {
    if (kind === 'finance-digest') {
      const facts = await this.financeDigests.factsOf(personId, dueKey);
      return facts === null ? null : { kind, ...facts };
    }
    if (kind === 'digest') {
      const [row] = await this.reads.query<DigestFacts>({ rev: null }, FACTS.digest, [
        personId,
        this.clock.now(),
        this.clock.today(),
      ]);
      if (row === undefined || Object.values(row).every((items: unknown[]) => items.length === 0))
        return null;
      return { kind, ...row };
    }
    const key = kind === 'decision' ? dueKey : dueKey.slice(0, DAY_LENGTH);
    // The statement of a kind answers what mails of this kind say.
    const [row] = await this.reads.query({ rev: null }, FACTS[kind], [subjectId, key]);
    return row === undefined ? null : ({ kind, ...row } as NoticeFacts);
  }

  private async noteSent(id: string): Promise<void> {
    await this.transactions.run({ command: 'notice.sent' }, (tx) =>
      tx.query('update notice set sent_at = now() where id = $1', [id]),
    );
  }
}

const WAITING = `
  select n.id, n.person_id as "personId", n.kind, n.subject_id as "subjectId", n.due_key as "dueKey",
         p.display_name as "displayName", p.mail, coalesce(w.language, 'de') as language
    from notice n join person p on p.id = n.person_id left join notice_preference w on w.person_id = p.id
   where n.id = $1 and n.sent_at is null and p.left_at is null and p.mail is not null`;
