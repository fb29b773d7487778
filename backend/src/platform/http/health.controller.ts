import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { NoHistory, Requires } from '../auth/actor.js';
import { Permission } from '../auth/permission.js';
import { DatabaseAway } from '../errors/postgres-errors.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** For the operator: is it alive, can it work, how does it do. Outside of /api/v1 and of the contract. */
@ApiExcludeController()
@NoHistory()
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  /** Says that the process answers. */
  @Get('health/live')
  @Requires(Permission.Anyone)
  live(): { status: string } {
    return { status: 'ok' };
  }

  /**
   * Says that the process can work: it is not about to end, and the database answers.
   * @throws Stopping, DatabaseAway (503)
   */
  @Get('health/ready')
  @Requires(Permission.Anyone)
  async ready(): Promise<{ status: string }> {
    this.readiness.check();
    try {
      await this.dataSource.query('select 1');
    } catch {
      throw new DatabaseAway();
    }
    return { status: 'ok' };
  }

  /** Prometheus metrics of this process. */
  @Get('metrics')
  @Requires(Permission.Anyone)
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
