import type { Answer } from '../../../api/types';

/** A person as the administration sees them. */
export type Person = Answer<'/api/v1/users', 'get'>['items'][number];
