import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Moment } from '../history/moment.js';
import { MomentMalformed } from '../history/moment.js';
import { Moments } from '../history/moments.js';

interface AskedMoment {
  asOf: string | undefined;
  latestSeen: number;
}

/** Resolves the asked moment; a pipe, because parameter decorators can't be injected into. */
@Injectable()
export class MomentPipe implements PipeTransform<AskedMoment, Promise<Moment>> {
  constructor(private readonly moments: Moments) {}

  transform({ asOf, latestSeen }: AskedMoment): Promise<Moment> {
    return this.moments.resolve(asOf, latestSeen);
  }
}

const AskedMomentOf = createParamDecorator((_: unknown, context: ExecutionContext): AskedMoment => {
  const request = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: { asOf?: unknown } }>>();
  const { asOf } = request.query;
  if (asOf !== undefined && typeof asOf !== 'string') throw new MomentMalformed();
  return { asOf, latestSeen: request.latestSeenRev ?? 0 };
});

/** The moment that a reading route is asked for by `?asOf=`: a day, an instant or a revision; live without it. */
export const AtMoment = (): ParameterDecorator => AskedMomentOf(MomentPipe);
