import { Global, Module } from '@nestjs/common';
import { Reads } from './database/reads.js';
import { Transactions } from './database/transactions.js';
import { Moments } from './history/moments.js';
import { HistorySealer } from './history/seal/index.js';
import { HealthController } from './http/health.controller.js';
import { MomentPipe } from './http/at-moment.js';
import { Metrics } from './http/metrics.js';
import { RateLimits } from './http/rate-limits.js';
import { Readiness } from './http/readiness.js';
import { Jobs } from './jobs/jobs.js';
import { EventStreams } from './live/event-streams.js';
import { Notifications } from './live/notifications.js';
import { Mails } from './mail/mails.js';
import { Clock } from './time/clock.js';

/** What every feature builds on: transactions, reads, moments, time. Knows no feature. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    Clock,
    EventStreams,
    HistorySealer,
    Jobs,
    Mails,
    Moments,
    MomentPipe,
    Notifications,
    Reads,
    Transactions,
    Metrics,
    RateLimits,
    Readiness,
  ],
  exports: [
    Clock,
    EventStreams,
    HistorySealer,
    Jobs,
    Mails,
    Moments,
    MomentPipe,
    Notifications,
    Reads,
    Transactions,
    Metrics,
    RateLimits,
    Readiness,
  ],
})
export class PlatformModule {}
