import { AppError } from '../../platform/index.js';
import type { FileFault } from './file-fault.rules.js';

/** A strategy file has faults: nothing of it was loaded. Carries every fault and where it stands. */
export class StrategyFileRefused extends AppError {
  readonly status = 422;
  readonly code = 'strategy.file-refused';

  constructor(readonly faults: FileFault[]) {
    super('the strategy file has faults', {
      errors: faults.map(({ pointer, code, params, file, line, column }) => ({
        pointer,
        code,
        params: { ...params, file, line, column },
      })),
    });
  }
}
