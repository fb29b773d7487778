/** What the digest looks at: amounts of needs, budget lines and what stands beside them, and how far gaps and grants have come. */
export const DIGEST_FIELDS = [
  'need',
  'appropriation',
  'amendments',
  'carry-over',
  'committed',
  'actual',
  'forecast',
  'counter-funding-secured',
  'counter-funding-open',
  'follow-up-cost',
  'commitment-authorisation',
  'commitment-cash',
  'grant',
  'grant-eligible',
  'grant-state',
  'gap-stage',
  'budget-stage',
] as const;
export type DigestField = (typeof DIGEST_FIELDS)[number];

/** Fields that are no amounts but a stage or state; they are counted and never summed. */
export const STAGE_FIELDS = ['grant-state', 'gap-stage', 'budget-stage'] as const satisfies DigestField[];

/** What is put together: all of it, or what belongs to each budget. People are never grouped. */
export const DIGEST_GROUPINGS = ['none', 'budget'] as const;
export type DigestGrouping = (typeof DIGEST_GROUPINGS)[number];
