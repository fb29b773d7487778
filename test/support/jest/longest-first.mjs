import TestSequencer from '@jest/test-sequencer';

/** What walks through all views takes minutes: begun last, it would be waited for by one processor alone. */
const WALKS = [
  'accessibility',
  'accessibility-dark',
  'accessibility-english',
  'rights',
  'csp',
  'review-year',
];

function rankOf({ path }) {
  const rank = WALKS.findIndex((name) => path.endsWith(`/${name}.spec.ts`));
  return rank === -1 ? WALKS.length : rank;
}

/** The longest test files first, also in a clone where none has been measured yet. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rankOf(one) - rankOf(other));
  }
}
