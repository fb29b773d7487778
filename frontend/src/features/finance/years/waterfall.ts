import type { YearSums } from '../finance';

export const STEPS = ['need', 'secured', 'counterFunding', 'surplus', 'gap'] as const;
export type StepKey = (typeof STEPS)[number];

/** One step of the way from need to gap, whole cents. */
export interface Step {
  key: StepKey;
  /** What it adds; what it takes away is negative. */
  cents: number;
  /** Where its bar begins and ends. */
  from: number;
  to: number;
}

/** What covers the need is taken away; what single projects have too much of covers nothing of others and comes back. */
export function stepsOf(sums: YearSums): Step[] {
  const { needCents, securedCents, counterFundingCents, surplusCents, gapCents } = sums;
  const afterSecured = needCents - securedCents;
  const afterCounter = afterSecured - counterFundingCents;
  return [
    { key: 'need', cents: needCents, from: 0, to: needCents },
    { key: 'secured', cents: 0 - securedCents, from: needCents, to: afterSecured },
    { key: 'counterFunding', cents: 0 - counterFundingCents, from: afterSecured, to: afterCounter },
    { key: 'surplus', cents: surplusCents, from: afterCounter, to: afterCounter + surplusCents },
    { key: 'gap', cents: gapCents, from: 0, to: gapCents },
  ];
}

/** From amounts to percent of the width, the same for all pictures of a row. */
export function scaleOf(amounts: readonly number[]): (cents: number) => number {
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  return (cents) => (high === low ? 0 : ((cents - low) / (high - low)) * 100);
}
