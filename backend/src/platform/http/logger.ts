import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

/** One structured line per event on standard output; no personal text, no secrets. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Lets the framework write into the same log; its chatter at start is debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: string | object, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof message === 'object') this.logger.error({ context, ...message }, 'error');
    else this.logger.error({ context }, message);
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
