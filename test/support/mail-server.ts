import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type AddressObject, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface ReceivedMail {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
}

/** A real SMTP server on this machine that keeps what it is sent. */
export interface MailServer {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** What has arrived so far. */
  readonly mails: readonly ReceivedMail[];
  /** Refuses this recipient for good, as a server does that has no such mailbox. */
  refuse(address: string): void;
  /** Waits until so many mails are there. */
  waitFor(count: number): Promise<readonly ReceivedMail[]>;
  /** Stops to listen; `start` takes the same port again. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a mail server on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refused = new Set<string>();
  let server: SMTPServer | null = null;
  let port = 0;
  const start = async (): Promise<void> => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) =>
        done(
          refused.has(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null,
        ),
      onData: (stream, _session, done) => {
        simpleParser(stream).then((mail) => {
          mails.push({
            to: addressesOf(mail.to),
            from: mail.from?.text ?? '',
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html || '',
          });
          done();
        }, done);
      },
    });
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    ({ port } = server.server.address() as AddressInfo);
  };
  await start();
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (address) => refused.add(address),
    waitFor: async (count) => {
      const deadline = Date.now() + 20_000;
      while (mails.length < count) {
        if (Date.now() > deadline) throw new Error(`Only ${mails.length} of ${count} mails have arrived.`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return mails;
    },
    stop: () => new Promise((resolve) => (server === null ? resolve() : server.close(resolve))),
    start,
  };
}

function addressesOf(to: AddressObject | AddressObject[] | undefined): string {
  return [to ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
}

/** The secret of the link in a mail. */
export function secretIn({ text }: Pick<ReceivedMail, 'text'>): string {
  const secret = /\/set-password#([\w-]{43})$/m.exec(text)?.[1];
  if (secret === undefined) throw new Error(`There is no link in this mail:\n${text}`);
  return secret;
}

/** Where links in mails of tests lead. */
export const MAIL_ORIGIN = 'https://agenda.example.org';

/** The settings of a server that sends its mails there. */
export function mailSettings({ url }: MailServer): Record<string, string> {
  return {
    SMTP_URL: url,
    MAIL_FROM: 'Digitale Agenda <agenda@stadt.example>',
    PUBLIC_URL: MAIL_ORIGIN,
    INSECURE_HTTP_COOKIE: 'on',
  };
}
