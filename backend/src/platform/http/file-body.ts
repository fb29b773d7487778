import { Readable } from 'node:stream';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.js';

/** What is sent is no file, or not where a file is wanted. */
export class MediaTypeUnsupported extends AppError {
  readonly status = 415;
  readonly code = 'media-type-unsupported';
  constructor() {
    super('a body of this type is not taken here');
  }
}

const FILES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];

/** Declares that the body of a route is a file, which the route reads while it comes. */
export const AcceptsFile = (): MethodDecorator => RouteConfig({ acceptsFile: true });

/** Hands the bodies of files on unread, to the routes that want one. */
export function acceptFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(FILES, (request, payload, done) => {
    const { acceptsFile } = request.routeOptions.config as { acceptsFile?: boolean };
    if (acceptsFile === true) done(null, payload);
    else done(new MediaTypeUnsupported());
  });
}

/** The file that a request brings. @throws MediaTypeUnsupported (415) */
export function fileOf({ body }: FastifyRequest): Readable {
  if (body instanceof Readable) return body;
  throw new MediaTypeUnsupported();
}
