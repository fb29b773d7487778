import TestSequencer from '@jest/test-sequencer';

/** What walks through all views takes minutes: begun last, it would be waited for by one processor alone. */
const WALKS = [
  'accessibility',
  'accessibility-dark',
  'accessibility-english',
  'csp',
  'rights',
  'review-year',
];
/** Next come those that start a server or a browser of their own. */
const WITH_PROCESSES = /\/test\/(browser|long|platform|faults)\//;

function rankOf({ path }) {
  const walk = WALKS.findIndex((name) => path.endsWith(`/${name}.spec.ts`));
  if (walk !== -1) return walk;
  return WITH_PROCESSES.test(path) ? WALKS.length : WALKS.length + 1;
}

/** The longest test files first, also in a clone where none has been measured yet. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rankOf(one) - rankOf(other));
  }
}
