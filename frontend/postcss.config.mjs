import { keepUsedKern } from './kern-subset.mjs';

/** Vite reads this file by its name; the package of KERN is the only thing that is changed. */
export default { plugins: [keepUsedKern()] };
