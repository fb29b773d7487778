import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { HandedFile } from './kept-documents.queries.js';

/** Sends a kept file to be saved under its name. */
export function handOut(reply: FastifyReply, { content, type, name }: HandedFile): StreamableFile {
  reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
  return new StreamableFile(content, { type });
}
