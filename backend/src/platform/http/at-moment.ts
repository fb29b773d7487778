import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Moment } from '../history/moment.js';
import { MomentMalformed } from '../history/moment.js';
import { Moments } from '../history/moments.js';

interface AskedMoment {
  parameter: string;
  asOf: string | undefined;
  latestSeen: number;
}

/** Resolves the asked moment; a pipe, because parameter decorators can't be injected into. */
@Injectable()
export class MomentPipe implements PipeTransform<AskedMoment, Promise<Moment>> {
  constructor(private readonly moments: Moments) {}

  transform({ asOf, latestSeen, parameter }: AskedMoment): Promise<Moment> {
    return this.moments.resolve(asOf, latestSeen, parameter);
  }
}

const AskedMomentOf = createParamDecorator((parameter: string, context: ExecutionContext): AskedMoment => {
  const request = context
    .switchToHttp()
    .getRequest<FastifyRequest<{ Querystring: Record<string, unknown> }>>();
  const asOf = request.query[parameter];
  if (asOf !== undefined && typeof asOf !== 'string') throw new MomentMalformed(parameter);
  return { parameter, asOf, latestSeen: request.latestSeenRev ?? 0 };
});

/**
 * The moment that a reading route is asked for by `?asOf=`, or by another parameter where it reads two: a day, an
 * instant or a revision; live without it.
 */
export const AtMoment = (parameter = 'asOf'): ParameterDecorator => AskedMomentOf(parameter, MomentPipe);
