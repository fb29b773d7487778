import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../config/index.js';
import { icalendar } from './icalendar.js';
import type { CalendarEntry } from './calendar-entry.js';
import type { CalendarKind } from './calendar.enums.js';

/** For whom a calendar is sent, and how it is answered. */
export interface CalendarAnswer {
  kind: CalendarKind;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Answers calendars as files; a program that has the present one already gets 304. */
@Injectable()
export class CalendarFile {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Writes the file and the head of the answer; the text is empty where the program has it already. */
  send(entries: readonly CalendarEntry[], { kind, request, reply }: CalendarAnswer): string {
    const origin = this.config.publicUrl ?? `${request.protocol}://${request.host}`;
    const text = icalendar(entries, { kind, origin });
    const etag = `"${createHash('sha1').update(text).digest('base64url').slice(0, 16)}"`;
    reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .header('etag', etag);
    if (request.headers['if-none-match'] !== etag) return text;
    reply.status(304);
    return '';
  }
}
