import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { type Config, CONFIG } from '../../config/index.js';
import type { Tx } from '../database/tx.js';
import { faultOf, GiveUp } from '../jobs/job-faults.js';
import { Jobs } from '../jobs/jobs.js';
import { type MailPart, writeBody } from './mail-body.js';

/** A mail, written at the moment when it is sent. */
export interface Mail {
  to: string;
  subject: string;
  parts: readonly MailPart[];
  /** In which language it is read aloud; German when absent. */
  language?: 'de' | 'en';
  /** Names the mail for good, as `<…@host>`: what a fault made the server send twice is one mail for the reader. */
  messageId?: string;
  /** Is called when the mail server has taken the mail. */
  sent?: () => Promise<void>;
}

/** Writes the mail about the record with this id; null when there is nothing to say any more. */
export type MailWriter = (id: string) => Promise<Mail | null>;

const PATIENCE_MS = 10_000;

/**
 * Mails of the server. A mail is a job with the kind of mail and the id of what it is about; it is written when it is
 * sent, so that neither an address nor a secret waits in a table.
 */
@Injectable()
export class Mails implements OnModuleInit {
  private readonly logger = new Logger('Mails');
  private readonly writers = new Map<string, MailWriter>();
  private readonly transport: Transporter | null;

  constructor(
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.transport = config.smtpUrl === null ? null : transportTo(config.smtpUrl);
  }

  onModuleInit(): void {
    this.jobs.handle('mail', ({ kind = '', id = '' }) => this.send(kind, id));
  }

  /** Whether mails can be sent at all: an SMTP server is configured. */
  get areSent(): boolean {
    return this.transport !== null;
  }

  /** Says who writes the mails of a kind; to be called while the server is put together. */
  register(kind: string, writer: MailWriter): void {
    this.writers.set(kind, writer);
  }

  /** Has a mail sent once the transaction is committed; does nothing where no mails are sent. */
  async queue(tx: Tx, kind: string, id: string): Promise<void> {
    if (this.areSent) await this.jobs.add(tx, 'mail', { kind, id });
  }

  private async send(kind: string, id: string): Promise<void> {
    const mail = await this.writers.get(kind)?.(id);
    if (this.transport === null || mail === null || mail === undefined) return;
    try {
      await this.transport.sendMail({
        // An address object is taken as it is; a text could name several.
        to: { name: '', address: mail.to },
        from: this.config.mailFrom ?? '',
        subject: mail.subject,
        ...(mail.messageId !== undefined && { messageId: mail.messageId }),
        ...writeBody(mail.parts, mail.language),
        // No answer by machines: not out of office, no receipt.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      throw isFinal(error) ? new GiveUp(error) : error;
    }
    // The mail is out: what fails from here on must not send it again.
    await mail
      .sent?.()
      .catch((error: unknown) => this.logger.warn(`a mail was sent, not noted: ${faultOf(error)}`));
  }
}

/** The server's last word about the recipient: there is no such mailbox. All else an operator may mend. */
function isFinal(error: unknown): boolean {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  return command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 500;
}

/** A password goes over an encrypted connection only, except to this machine itself. */
function transportTo(smtpUrl: string): Transporter {
  const { hostname, username } = new URL(smtpUrl);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return createTransport({
    url: smtpUrl,
    requireTLS: username !== '' && !isHere,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
}
