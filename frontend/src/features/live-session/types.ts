import type { Answer, Body } from '../../api/types';

export type LiveSession = Answer<'/api/v1/review-sessions/{id}', 'get'>;
export type LiveItem = Answer<'/api/v1/review-sessions/{id}/items', 'get'>['items'][number];
export type Decision = NonNullable<LiveItem['decision']>;
export type Outcome = Decision['outcome'];
export type DecisionBody = Body<'/api/v1/review-sessions/{id}/items/{item}/decision', 'put'>;
export type ConditionOwner = NonNullable<DecisionBody['conditions']>[number]['ownerRole'];

/** In the order of their keys, 1 to 5. */
export const outcomes = ['noted', 'approved', 'approved-with-conditions', 'come-back', 'stopped'] as const;
export const owners = [
  'project-lead',
  'office-coordinator',
  'finance',
  'portfolio-office',
  'commission',
] as const;
