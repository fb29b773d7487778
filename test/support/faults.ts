import type { ApiAnswer } from './api';

/** The faults that a refusal names, as 'pointer code', in their order. */
export function faultsOf({ body }: ApiAnswer): string[] {
  const { errors } = body as { errors: { pointer: string; code: string }[] };
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
}
