/** A part of a mail: a paragraph, or a link on a line of its own. */
export type MailPart = string | { link: string };

/** What a mail says, once for the text and for the HTML of it. */
export interface MailBody {
  text: string;
  html: string;
}

/**
 * Writes a mail as plain text and as simple HTML that names its language: no picture, no style sheet, nothing that is
 * loaded from elsewhere.
 */
export function writeBody(parts: readonly MailPart[], language = 'de'): MailBody {
  const text = parts.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n');
  const html = parts.map((part) => `<p>${htmlOf(part)}</p>`).join('\n');
  return {
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"></head><body>\n${html}\n</body></html>\n`,
  };
}

function htmlOf(part: MailPart): string {
  if (typeof part === 'string') return escapeHtml(part).replaceAll('\n', '<br>');
  return `<a href="${escapeHtml(part.link)}">${escapeHtml(part.link)}</a>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
