import type { Answer, Body } from '../../api/types';

/** A session as the list shows it. */
export type SessionEntry = Answer<'/api/v1/review-sessions', 'get'>['items'][number];
/** A session with who takes part and what was added. */
export type Session = Answer<'/api/v1/review-sessions/{id}', 'get'>;
export type Participant = Session['participants'][number];
export type Item = Answer<'/api/v1/review-sessions/{id}/items', 'get'>['items'][number];
export type Proposal = Answer<'/api/v1/review-sessions/{id}/proposals', 'get'>['items'][number];
export type Reason = Item['reasons'][number];
export type Decision = NonNullable<Item['decision']>;
export type DecisionBody = Body<'/api/v1/review-sessions/{id}/items/{item}/decision', 'put'>;
export type Outcome = Decision['outcome'];
/** A condition, and whether the one who reads may present evidence. */
export type Condition = Answer<'/api/v1/conditions', 'get'>['items'][number];
export type Dossier = Answer<'/api/v1/review-sessions/{id}/dossier', 'get'>;
export type DossierProject = Dossier['projects'][number];
export type KeptDocument = Answer<'/api/v1/review-sessions/{id}/dossiers', 'get'>['items'][number];

export const OUTCOMES: readonly Outcome[] = [
  'noted',
  'approved',
  'approved-with-conditions',
  'come-back',
  'stopped',
];
export const CONDITION_STATES: readonly Condition['state'][] = ['open', 'reported', 'returned', 'met'];
export const CONDITION_OWNERS: readonly Condition['ownerRole'][] = [
  'project-lead',
  'office-coordinator',
  'finance',
  'portfolio-office',
  'commission',
];
export const PARTICIPANT_ROLES: readonly Participant['role'][] = [
  'chair',
  'secretary',
  'member',
  'finance',
  'portfolio-office',
  'guest',
];
/** Who takes part, or for whom. */
export const participantName = ({ person, label }: Participant): string =>
  [person?.displayName, label].filter(Boolean).join(', ') || '–';

export const ATTENDANCES: readonly Participant['attendance'][] = ['invited', 'present', 'excused'];

/** As many entries as one page of the API holds; no agenda is longer. */
export const MOST = 200;
