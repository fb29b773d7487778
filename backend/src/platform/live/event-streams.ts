import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Stopping } from '../http/readiness.js';
import { EventStream } from './event-stream.js';
import { EventStreamOnly, TooManyStreams } from './live.errors.js';

/** Proxies cut a line on which nothing is said for half a minute; a browser sees by it that the line still stands. */
const HEARTBEAT_EVERY_MS = 15_000;
const CHECK_RIGHTS_EVERY_MS = 30_000;
const COME_BACK_AFTER_MS = 1_000;
/** Streams of one person at one process: a wall, a tablet and some forgotten windows. */
const MOST_PER_PERSON = 12;

/** Whose stream it is, and what tells whether the person may go on reading it. */
export interface StreamReader {
  personId: string;
  mayGoOn: () => Promise<boolean>;
}

/** The event streams that this process answers at present. */
@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  private readonly open = new Map<EventStream, string>();
  private isStopping = false;

  /**
   * Begins to answer a request by a stream, past everything that would collect the answer first.
   * @throws EventStreamOnly (406), TooManyStreams (429), Stopping (503)
   */
  begin(request: FastifyRequest, reply: FastifyReply, { personId, mayGoOn }: StreamReader): EventStream {
    this.admit(request, personId);
    const { raw } = reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that collect answers (nginx) are told not to.
      'x-accel-buffering': 'no',
    });
    const stream = new EventStream(raw);
    this.open.set(stream, personId);
    stream.write(`retry: ${COME_BACK_AFTER_MS}\n\n`);
    const heartbeat = setInterval(() => stream.send('beat', {}), HEARTBEAT_EVERY_MS);
    const check = setInterval(() => void endWithoutRight(stream, mayGoOn), CHECK_RIGHTS_EVERY_MS);
    stream.whenEnded(() => {
      clearInterval(heartbeat);
      clearInterval(check);
      this.open.delete(stream);
    });
    return stream;
  }

  /** Ends all streams, so that the server does not wait for them; the browsers come back elsewhere. */
  beforeApplicationShutdown(): void {
    this.isStopping = true;
    for (const stream of this.open.keys()) stream.end();
  }

  private admit({ headers }: FastifyRequest, personId: string): void {
    if (headers.accept?.includes('text/event-stream') !== true) throw new EventStreamOnly();
    if (this.isStopping) throw new Stopping();
    const own = [...this.open.values()].filter((reader) => reader === personId).length;
    if (own >= MOST_PER_PERSON) throw new TooManyStreams(MOST_PER_PERSON);
  }
}

/** While the database is away nobody knows; the stream goes on and says nothing. */
async function endWithoutRight(stream: EventStream, mayGoOn: () => Promise<boolean>): Promise<void> {
  if (await mayGoOn().catch(() => true)) return;
  stream.end();
}
