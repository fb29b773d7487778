import { AppError } from '../platform/index.js';

/** A paper whose cover sheet was issued is kept. */
export class PaperIssued extends AppError {
  readonly status = 422;
  readonly code = 'paper.issued';
  constructor() {
    super('the cover sheet of this paper was issued, so the paper stays');
  }
}
