/**
 * Keys of commands that got no answer, by what was sent. Nobody knows whether such a command was carried out; sent
 * again with the same key it is carried out once.
 */
const unanswered = new Map<string, string>();

/** A command that is under way with its key. */
export interface KeyedSending {
  key: string;
  /** To be called when an answer came, whatever it says, other than that the server is busy. */
  answered: () => void;
}

/** Gives a command its key: that of the same command that got no answer, else a new one. */
export async function keyedSending(request: Request): Promise<KeyedSending> {
  const sent = `${request.url}\n${await request.clone().text()}`;
  const key = unanswered.get(sent) ?? newKey();
  unanswered.set(sent, key);
  return { key, answered: () => void unanswered.delete(sent) };
}

/** `crypto.randomUUID` is missing where the page was loaded by plain HTTP from another machine. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
