/** So many failures in a row cost nothing: people mistype. Behind one address there are often many people. */
const FREE_FAILURES = { account: 3, browser: 3, address: 20 };
const LONGEST_DELAY_S = 15 * 60;

/** Seconds without a failure after which nothing is held against anybody any more. */
export const PEACE_S = 60 * 60;

/** Whom failures are counted against. */
export type Culprit = keyof typeof FREE_FAILURES;

/** Seconds to wait after so many failures: none at first, then 1, 2, 4 … up to a quarter of an hour, never for good. */
export function delayAfter(culprit: Culprit, failures: number): number {
  const beyond = failures - FREE_FAILURES[culprit];
  return beyond <= 0 ? 0 : Math.min(2 ** (beyond - 1), LONGEST_DELAY_S);
}
