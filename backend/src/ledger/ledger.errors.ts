import { AppError, type Fault, RuleViolated } from '../platform/index.js';

/** The file is larger than the configuration allows. */
export class FileTooLarge extends AppError {
  readonly status = 413;
  readonly code = 'ledger.file-too-large';
  constructor(limit: number) {
    super('the file is too large', { params: { megabytes: Math.round(limit / 1_048_576) } });
  }
}

/** The import is not in the state that this needs. */
export class ImportNotInState extends AppError {
  readonly status = 409;
  readonly code = 'ledger.not-in-state';
  constructor(state: string) {
    super(`the import is ${state}`, { params: { state } });
  }
}

/** The sender went away before the file was there. */
export class FileIncomplete extends AppError {
  readonly status = 400;
  readonly code = 'ledger.file-incomplete';
  constructor() {
    super('the file did not arrive as a whole');
  }
}

/** The file can't be read, or its mapping is not complete; lists every fault. */
export class MappingRefused extends RuleViolated {
  override readonly code = 'ledger.mapping-refused';
  constructor(errors: Fault[]) {
    super(errors);
  }
}
