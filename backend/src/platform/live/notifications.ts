import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { faultOf } from '../jobs/job-faults.js';
import { Pause } from '../jobs/pause.js';

/** What PostgreSQL is listened to for; whoever changes something says so there by NOTIFY. */
const CHANNELS = ['review_session'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Gets what was notified; null when some of it may have been missed, so that all is to be read anew. */
export type NotificationListener = (payload: string | null) => void;

const CHECK_EVERY_MS = 15_000;
const ANSWERS_WITHIN_MS = 5_000;
const CONNECT_AGAIN_MS = 500;

/**
 * Hears of what any server process has committed: one connection of its own per process, made when the first one wants
 * to hear, and made again for as long as the database is away.
 */
@Injectable()
export class Notifications implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Notifications');
  private readonly pause = new Pause();
  private readonly listeners = new Map<Channel, Set<NotificationListener>>(
    CHANNELS.map((channel) => [channel, new Set()]),
  );
  private listening: Promise<void> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Tells a listener all that is notified on a channel from now on; returns what ends that. */
  subscribe(channel: Channel, listener: NotificationListener): () => void {
    const listeners = this.listeners.get(channel);
    listeners?.add(listener);
    this.listening ??= this.keepListening();
    return () => void listeners?.delete(listener);
  }

  /** Hears nothing more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.pause.end();
    await this.listening;
  }

  private async keepListening(): Promise<void> {
    while (!this.pause.isOver) {
      try {
        await this.listenUntilLost();
      } catch (error) {
        this.logger.warn(`listening to the database was interrupted: ${faultOf(error)}`);
      }
      await this.pause.of(CONNECT_AGAIN_MS);
    }
  }

  private async listenUntilLost(): Promise<void> {
    const client = this.newClient();
    const lost = new Promise<Error>((resolve) => client.on('error', resolve));
    try {
      await client.connect();
      client.on('notification', ({ channel, payload }) => this.tell(channel as Channel, payload ?? ''));
      for (const channel of CHANNELS) await client.query(`listen ${channel}`);
      // What was notified before this is lost.
      for (const channel of CHANNELS) this.tell(channel, null);
      while (!this.pause.isOver) {
        const error = await Promise.race([lost, this.pause.of(CHECK_EVERY_MS)]);
        if (error !== undefined) throw error;
        // A line that was cut silently shows only when something is asked over it.
        if (!this.pause.isOver) await client.query('select');
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private newClient(): Client {
    const { url } = this.dataSource.options as { url?: string };
    return new Client({
      connectionString: url,
      application_name: 'digital-agenda live',
      connectionTimeoutMillis: ANSWERS_WITHIN_MS,
      query_timeout: ANSWERS_WITHIN_MS,
      keepAlive: true,
    });
  }

  private tell(channel: Channel, payload: string | null): void {
    for (const listener of this.listeners.get(channel) ?? []) listener(payload);
  }
}
