import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What one answered request adds to the metrics. */
export interface AnsweredRequest {
  method: string;
  route: string;
  status: number;
  durationMs: number;
  statements: number;
}

/** Prometheus metrics of this process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  private readonly statements = new Histogram({
    name: 'http_request_statements',
    help: 'SQL statements per request, by route',
    labelNames: ['route'],
    buckets: [0, 1, 2, 3, 5, 8, 13, 21],
    registers: [this.registry],
  });
  private readonly unsealed = new Gauge({
    name: 'history_unsealed_revisions',
    help: 'Committed revisions that wait to be sealed',
    registers: [this.registry],
  });
  private readonly sealed = new Gauge({
    name: 'history_sealed_revision',
    help: 'The newest sealed revision',
    registers: [this.registry],
  });
  private readonly sealedAt = new Gauge({
    name: 'history_sealing_succeeded_timestamp_seconds',
    help: 'When sealing last went well, also when nothing was to be sealed',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Records one answered request. */
  record({ method, route, status, durationMs, statements }: AnsweredRequest): void {
    this.durations.observe({ method, route, status }, durationMs / 1000);
    this.statements.observe({ route }, statements);
  }
  /** Records how far the history is sealed. */
  recordSealing({ unsealed, sealedUpTo }: { unsealed: number; sealedUpTo: number }): void {
    this.unsealed.set(unsealed);
    this.sealed.set(sealedUpTo);
    this.sealedAt.setToCurrentTime();
  }
}
