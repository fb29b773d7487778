import type { AgendaFileEntry } from '../catalogue.js';
import type { Happening, Telling } from '../happening.js';

import { budgetLines } from './budget-lines.js';
import { confirmations } from './confirmations.js';
import { course } from './course.js';
import { moneyParts } from './money-parts.js';
import { needs } from './needs.js';
import { plans } from './plans.js';
import { reports } from './reports.js';
import { scores } from './scores.js';
import { links, takeover } from './takeover.js';

export { projectRow } from './project.js';

/** Everything that happens to a project, in the order in which its parts come about on the same day. */
export function tell(telling: Telling, entry: AgendaFileEntry | null): Happening[] {
  return [
    takeover(telling, entry),
    ...links(telling),
    ...plans(telling),
    ...needs(telling),
    ...budgetLines(telling),
    ...course(telling),
    ...scores(telling),
    ...reports(telling),
    ...moneyParts(telling),
    ...confirmations(telling),
  ];
}
