import type { Answer } from '../../../api/types';
import type { Role } from '../../../app/stores/session';

/** A person as the administration sees them. */
export type Person = Answer<'/api/v1/users', 'get'>['items'][number];

/** The roles that a list can be narrowed to; nothing means all. */
export const ROLE_FILTER: readonly (Role | '')[] = [
  '',
  'employee',
  'project-lead',
  'office-coordinator',
  'commission',
  'finance',
  'portfolio-office',
  'admin',
];
