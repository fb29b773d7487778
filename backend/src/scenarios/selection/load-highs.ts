import { createRequire } from 'node:module';
import type { Highs } from 'highs';

/** Loads the solver; its types describe an ES module that the package does not have, hence by `require`. */
export function loadHighs(): Promise<Highs> {
  const load = createRequire(import.meta.url)('highs') as () => Promise<Highs>;
  return load();
}
