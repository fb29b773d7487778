import type { MailPart } from '../../platform/index.js';

/** What the mail with a link is about. */
export interface LinkMail {
  purpose: 'invitation' | 'reset';
  displayName: string;
  login: string;
  link: string;
}

/** Subject and text of the mail with a link: German, English below, since a person's language is not known. */
export function linkMail({ purpose, displayName, login, link }: LinkMail): {
  subject: string;
  parts: MailPart[];
} {
  return purpose === 'invitation'
    ? invitation({ displayName, login, link })
    : reset({ displayName, login, link });
}

type Filled = Omit<LinkMail, 'purpose'>;

function invitation({ displayName, login, link }: Filled): { subject: string; parts: MailPart[] } {
  return {
    subject: 'Ihr Zugang zur Digitalen Agenda / Your access to the Digital Agenda',
    parts: [
      `Guten Tag ${displayName},`,
      `für Sie wurde ein Zugang zur Digitalen Agenda eingerichtet. Ihr Anmeldename ist ${login}. Bitte legen Sie mit diesem Link Ihr Passwort fest:`,
      { link },
      'Der Link gilt sieben Tage und nur einmal. Ist er abgelaufen, bitten Sie die Fachadministration um einen neuen.',
      '– English –',
      `An account for the Digital Agenda was made for you. Your login is ${login}. Please choose your password by the link above. It is valid for seven days and works once.`,
    ],
  };
}

function reset({ displayName, login, link }: Filled): { subject: string; parts: MailPart[] } {
  return {
    subject: 'Neues Passwort für die Digitale Agenda / New password for the Digital Agenda',
    parts: [
      `Guten Tag ${displayName},`,
      `für Ihren Zugang ${login} wurde ein neues Passwort angefordert. Mit diesem Link legen Sie es fest:`,
      { link },
      'Der Link gilt 60 Minuten und nur einmal. Haben Sie nichts angefordert? Dann ist nichts zu tun, Ihr Passwort bleibt, wie es ist.',
      '– English –',
      `A new password was asked for your login ${login}. The link above lets you choose it; it is valid for 60 minutes and works once. If you did not ask for it there is nothing to do: your password stays as it is.`,
    ],
  };
}
