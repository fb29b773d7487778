/** One thing that is wrong with an input; `pointer` is a JSON pointer into the body (`/title`) or the name of a parameter. */
export interface InputFault {
  pointer: string;
  code: string;
  params: Record<string, unknown>;
}

interface ProblemParts {
  status: number;
  code: string;
  params?: Record<string, unknown>;
  errors?: InputFault[];
  correlationId?: string | null;
  current?: unknown;
  retryAfterSeconds?: number | null;
}

/** An answer that is an error (RFC 9457), or no answer at all: then `status` is 0. Texts are looked up by `code`. */
export class ProblemError extends Error {
  readonly status: number;
  /** Stable name of what went wrong, such as `project.gate-open`; `client.offline` without an answer. */
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly errors: InputFault[];
  /** What support asks for: the same id stands in the log of the server. */
  readonly correlationId: string | null;
  /** With a 412: the state that is there now and who changed it, as far as the server says so. */
  readonly current: unknown;
  /** After how many seconds the server would like to be asked again, if it says so. */
  readonly retryAfterSeconds: number | null;

  constructor(parts: ProblemParts) {
    super(parts.code);
    this.name = 'ProblemError';
    this.status = parts.status;
    this.code = parts.code;
    this.params = parts.params ?? {};
    this.errors = parts.errors ?? [];
    this.correlationId = parts.correlationId ?? null;
    this.current = parts.current;
    this.retryAfterSeconds = parts.retryAfterSeconds ?? null;
  }
}

/** Reads a problem document; anything else that failed becomes `http.<status>`. */
export async function problemFrom(response: Response): Promise<ProblemError> {
  const body: unknown = isJson(response) ? await response.json().catch(() => null) : null;
  const document = isRecord(body) ? body : {};
  return new ProblemError({
    status: response.status,
    code: textOf(document.code) ?? `http.${response.status}`,
    params: isRecord(document.params) ? document.params : {},
    errors: Array.isArray(document.errors) ? document.errors.flatMap(faultOf) : [],
    correlationId: textOf(document.correlationId),
    current: document.current,
    retryAfterSeconds: secondsOf(response.headers.get('retry-after')),
  });
}

/** The error of a request that got no answer. */
export function offlineProblem(): ProblemError {
  return new ProblemError({ status: 0, code: 'client.offline' });
}

/** Whether the server asks for a pause, because so much was asked of it in a short time. */
export function isPause(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.status === 429;
}

/** Whether the server may answer the same question differently a moment later. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    (error.status === 0 || error.status === 429 || error.status === 502 || error.status === 503)
  );
}

function faultOf(entry: unknown): InputFault[] {
  if (!isRecord(entry)) return [];
  const code = textOf(entry.code);
  if (code === null) return [];
  return [{ pointer: textOf(entry.pointer) ?? '', code, params: isRecord(entry.params) ? entry.params : {} }];
}

function isJson(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').includes('json');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function secondsOf(header: string | null): number | null {
  return header !== null && /^\d{1,4}$/.test(header) ? Number(header) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
