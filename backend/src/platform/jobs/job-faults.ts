/** The job can never succeed; it is not tried again. */
export class GiveUp extends Error {
  constructor(override readonly cause: unknown) {
    super('the job can never succeed');
  }
}

/** What may be kept and logged of a fault: its kind and codes. Its message may name a person or an address. */
export function faultOf(error: unknown): string {
  const fault = error instanceof GiveUp ? error.cause : error;
  const { name, code, responseCode } = Object(fault) as {
    name?: unknown;
    code?: unknown;
    responseCode?: unknown;
  };
  return [name, code, responseCode]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
}
