import type { Happening, Telling, Writer } from '../happening.js';
import type { CounterFundingRow, NeedRow } from '../rows.js';
import type { NeedStory } from '../story.js';

/** Days before today on which the needs of coming years and counter-fundings were registered, and these were secured. */
const COMING_YEARS_DAY = -315;
const COUNTER_FUNDING_DAY = -306;
const SECURED_DAY = -125;
/** Days before today on which finance checked what was reported until then. */
const CHECK_DAY = -97;

type Reported = { table: 'need'; row: NeedRow } | { table: 'counter_funding'; row: CounterFundingRow };

/** The reported figures of one project as they are at some point of its story. */
class Figures {
  private readonly kept = new Map<string, Reported>();

  /** States a figure, or states it anew; when it was checked before stays. */
  report(write: Writer, figure: Reported): void {
    const before = this.kept.get(figure.row.id)?.row;
    const checked = { checked_at: before?.checked_at ?? null, checked_by_id: before?.checked_by_id ?? null };
    this.put(write, {
      ...figure,
      row: { ...figure.row, ...checked, reported_at: write.at },
    } as Reported);
  }

  check(write: Writer, personId: string | null): void {
    const checked = { checked_at: write.at, checked_by_id: personId };
    for (const figure of this.kept.values())
      this.put(write, { ...figure, row: { ...figure.row, ...checked } } as Reported);
  }

  private put(write: Writer, figure: Reported): void {
    this.kept.set(figure.row.id, figure);
    if (figure.table === 'need') write.put('need', figure.row);
    else write.put('counter_funding', figure.row);
  }
}

const UNCHECKED = { reported_at: null, checked_at: null, checked_by_id: null };

/** What the project needs, what else is to pay for it, and that finance checked it; one project in four it has not. */
export function needs(telling: Telling): Happening[] {
  const figures = new Figures();
  const stated = [
    ...telling.story.needs.flatMap((need) => needOf(telling, need, figures)),
    ...counterFundings(telling, figures),
  ];
  if (stated.length === 0 || telling.story.number % 4 === 0) return stated;
  return [...stated, checkOf(telling, figures)];
}

function needOf(
  { ids, projectId, calendar, takeover }: Telling,
  need: NeedStory,
  figures: Figures,
): Happening[] {
  const row = {
    id: ids.next(),
    project_id: projectId,
    year: calendar.year(need.year),
    kind: need.kind,
    direction: need.direction ?? 'expense',
    amount_cents: (need.before?.[0] ?? need.euros) * 100,
    note: need.note,
    ...UNCHECKED,
  };
  const stated: Happening = {
    day: need.year > 0 ? COMING_YEARS_DAY : takeover,
    command: 'need.add',
    by: 'project-lead',
    change: (write) => {
      figures.report(write, { table: 'need', row });
    },
  };
  if (need.before === undefined) return [stated];
  const [, day, reason] = need.before;
  const changed = { ...row, amount_cents: need.euros * 100 };
  const change: Happening['change'] = (write) => {
    figures.report(write, { table: 'need', row: changed });
  };
  return [stated, { day, command: 'need.edit', by: 'project-lead', reason, change }];
}

function counterFundings({ story, ids, projectId, calendar }: Telling, figures: Figures): Happening[] {
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
      ...UNCHECKED,
    };
    const added: Happening = {
      day: COUNTER_FUNDING_DAY,
      command: 'counter-funding.add',
      by: 'project-lead',
      change: (write) => {
        figures.report(write, { table: 'counter_funding', row });
      },
    };
    const secured: Happening = {
      day: SECURED_DAY,
      command: 'counter-funding.edit',
      by: 'project-lead',
      reason: 'Zusage liegt vor',
      change: (write) => {
        figures.report(write, { table: 'counter_funding', row: { ...row, secured: true } });
      },
    };
    return funding.secured ? [added, secured] : [added];
  });
}

function checkOf({ catalogue }: Telling, figures: Figures): Happening {
  const personId = catalogue.people.find(({ role }) => role === 'finance')?.id ?? null;
  return {
    day: CHECK_DAY,
    command: 'figure.check',
    by: 'finance',
    change: (write) => {
      figures.check(write, personId);
    },
  };
}
