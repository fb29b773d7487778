import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problemOf } from '../errors/problem.js';

/** Answers an address that no route can be looked up for: its percent-encoding is broken, or a part is too long. */
export function refuseUnroutable(
  error: Error & { statusCode?: number },
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  void reply
    .status(error.statusCode ?? 400)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(unroutable(error.statusCode ?? 400)));
}

/** Answers, and ends, a connection on which no HTTP request could be read: headers too large, or no HTTP at all. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS_BY_ERROR[error.code ?? ''] ?? 400;
  const body = JSON.stringify(unroutable(status));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const STATUS_BY_ERROR: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** No hook has run for such a request, so it has no correlation id yet. */
function unroutable(statusCode: number): Problem {
  const problem = problemOf(Object.assign(new Error('the request can not be read'), { statusCode }));
  return {
    ...problem,
    correlationId: randomUUID(),
    errors: statusCode === 400 ? [{ pointer: '#path', code: 'address-unreadable' }] : [],
  };
}
