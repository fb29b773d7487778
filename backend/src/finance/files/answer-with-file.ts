import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DataFile } from '../../platform/documents/index.js';
import type { FinanceFileQuery } from '../dto/file.dto.js';

/** Whether a file is asked for instead of the answer. */
export function wantsFile({ format = 'json' }: FinanceFileQuery): boolean {
  return format !== 'json';
}

/** Answers with a file to save, which nobody keeps on the way. */
export function answerWithFile(reply: FastifyReply, { name, type, content }: DataFile): StreamableFile {
  reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
  return new StreamableFile(content, { type });
}
