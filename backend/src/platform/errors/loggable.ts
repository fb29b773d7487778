/** What the log may say of an error. */
export interface LoggableError {
  name: string;
  /** The database's or the system's code. */
  code?: string;
  /** The constraint, table and column at fault, where the database names them. */
  where?: string;
  /** Left out when it may hold what somebody typed. */
  message?: string;
  /** The frames of the stack, without the message. */
  stack: string[];
}

/** Errors of the language: their messages name members of the program, never values of people. */
const OF_THE_PROGRAM = new Set(['TypeError', 'ReferenceError', 'RangeError', 'AssertionError']);
const MOST_FRAMES = 12;

/**
 * Describes an error that nobody expected without anything personal: PostgreSQL, parsers and mail servers repeat in
 * their messages what was sent to them, so of those only the code and the place are told.
 */
export function loggable(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const { code, schema, table, column, constraint } = error as Error & Record<string, unknown>;
  const where = [schema, table, column, constraint].filter((part) => typeof part === 'string').join('.');
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(where === '' ? {} : { where }),
    ...(OF_THE_PROGRAM.has(error.name) ? { message: error.message } : {}),
    stack: framesOf(error),
  };
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
}
