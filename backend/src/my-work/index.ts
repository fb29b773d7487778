import { Watch } from './watching/watch.entity.js';

export { MyWorkModule } from './my-work.module.js';

/** The tables of this feature. */
export const MY_WORK_ENTITIES = [Watch];
