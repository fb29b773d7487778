import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

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

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Records one answered request. */
  record({ method, route, status, durationMs, statements }: AnsweredRequest): void {
    this.durations.observe({ method, route, status }, durationMs / 1000);
    this.statements.observe({ route }, statements);
  }
}
