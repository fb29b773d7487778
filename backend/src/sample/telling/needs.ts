import type { Happening, Telling } from '../happening.js';
import type { NeedStory } from '../story.js';

/** Days before today on which the needs of coming years and counter-fundings were registered, and these were secured. */
const COMING_YEARS_DAY = -315;
const COUNTER_FUNDING_DAY = -306;
const SECURED_DAY = -125;

/** What the project needs, and what else is to pay for it. */
export function needs(telling: Telling): Happening[] {
  return [...telling.story.needs.flatMap((need) => needOf(telling, need)), ...counterFundings(telling)];
}

function needOf({ ids, projectId, calendar, takeover }: Telling, need: NeedStory): Happening[] {
  const row = {
    id: ids.next(),
    project_id: projectId,
    year: calendar.year(need.year),
    kind: need.kind,
    direction: need.direction ?? 'expense',
    amount_cents: (need.before?.[0] ?? need.euros) * 100,
    note: need.note,
  };
  const stated: Happening = {
    day: need.year > 0 ? COMING_YEARS_DAY : takeover,
    command: 'need.add',
    by: 'project-lead',
    change: (write) => {
      write.put('need', row);
    },
  };
  if (need.before === undefined) return [stated];
  const [, day, reason] = need.before;
  const changed = { ...row, amount_cents: need.euros * 100 };
  const change: Happening['change'] = (write) => {
    write.put('need', changed);
  };
  return [stated, { day, command: 'need.edit', by: 'project-lead', reason, change }];
}

function counterFundings({ story, ids, projectId, calendar }: Telling): Happening[] {
  return (story.counterFundings ?? []).flatMap((funding): Happening[] => {
    const row = {
      id: ids.next(),
      project_id: projectId,
      year: calendar.year(funding.year),
      kind: funding.kind,
      source: funding.source,
      amount_cents: funding.euros * 100,
      explanation: funding.explanation,
      secured: false,
    };
    const added: Happening = {
      day: COUNTER_FUNDING_DAY,
      command: 'counter-funding.add',
      by: 'project-lead',
      change: (write) => {
        write.put('counter_funding', row);
      },
    };
    const secured: Happening = {
      day: SECURED_DAY,
      command: 'counter-funding.edit',
      by: 'project-lead',
      reason: 'Zusage liegt vor',
      change: (write) => {
        write.put('counter_funding', { ...row, secured: true });
      },
    };
    return funding.secured ? [added, secured] : [added];
  });
}
