import { MalformedRequest } from '../../platform/index.js';

/** The digest was asked for from a later moment to an earlier one. */
export class DigestBackwards extends MalformedRequest {
  constructor() {
    super([{ pointer: '/to', code: 'moment-order' }]);
  }
}
