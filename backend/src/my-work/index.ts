import { Watch } from './watching/watch.entity.js';

/** The tables of this feature. */
export const MY_WORK_ENTITIES = [Watch];
