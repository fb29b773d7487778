import type { ServerResponse } from 'node:http';

/** So much may wait for a reader that is too slow before its stream ends; it comes back and reads all anew. */
const MOST_WAITING_BYTES = 65_536;

/** One answer that goes on: Server-Sent Events to one browser, until it leaves or the server ends it. */
export class EventStream {
  private readonly onEnd: (() => void)[] = [];

  constructor(private readonly response: ServerResponse) {
    response.once('close', () => {
      for (const work of this.onEnd) work();
    });
    response.on('error', () => response.destroy());
  }

  /** Sends an event of a kind with its data as JSON. */
  send(kind: string, data: object): void {
    this.write(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Writes text that is an event already, or a comment. */
  write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_WAITING_BYTES) this.response.destroy();
  }

  /** Does something once the stream has ended, whoever ended it. */
  whenEnded(work: () => void): void {
    this.onEnd.push(work);
  }

  /** Ends the stream; a browser that still wants it comes back by itself. */
  end(): void {
    this.response.end();
  }
}
