import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What an event stream says of a change. */
export interface Change {
  kind: string;
  itemId: string | null;
}

const PATIENCE_MS = 5_000;

/** Reads an event stream as a browser does, and keeps all that came. */
export class EventReader {
  text = '';
  hasEnded = false;

  private constructor(private readonly answer: IncomingMessage) {
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => (this.text += chunk));
    answer.on('error', () => undefined);
    answer.on('close', () => (this.hasEnded = true));
  }

  get headers(): IncomingMessage['headers'] {
    return this.answer.headers;
  }

  /** Opens a stream in somebody's session. */
  static async open(url: string, cookie: string): Promise<EventReader> {
    const asked = get(url, { agent: false, headers: { accept: 'text/event-stream', cookie } });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    if (answer.statusCode !== 200) throw new Error(`The stream was answered by ${answer.statusCode}.`);
    return new EventReader(answer);
  }

  /** All changes of a kind so far. */
  seen(kind: string): Change[] {
    const changes = [...this.text.matchAll(/^data: (.*)$/gm)].map(
      ([, data = '']) => JSON.parse(data) as Change,
    );
    return changes.filter((change) => change.kind === kind);
  }

  /** Waits for the first change of a kind. */
  async next(kind: string): Promise<Change | undefined> {
    await this.until(() => this.seen(kind).length > 0);
    return this.seen(kind)[0];
  }

  /** Waits until something holds. */
  async until(holds: () => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`It did not come to pass. The stream said:\n${this.text}`);
      await pause(10);
    }
  }

  close(): void {
    this.answer.destroy();
  }
}
