import { RuleViolated } from '../../platform/index.js';

/** The item is not on the agenda of this session, or was dropped from it. */
export class ItemNotOnAgenda extends RuleViolated {
  constructor() {
    super([{ pointer: '/itemId', code: 'not-on-agenda' }]);
  }
}
