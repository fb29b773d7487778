import type { Random } from '../random.js';
import type { LineStory, NeedStory, Story } from '../story.js';

/** Needs and budget lines of a synthetic project over last year, this year and the next. */
export function moneyOf(
  random: Random,
): Pick<Story, 'needs' | 'lines' | 'declaredBudgetState' | 'financialEffects' | 'counterFundings'> {
  if (random.chance(8)) return { needs: [], lines: [], declaredBudgetState: 'none', financialEffects: false };
  const state = random.pick(['full', 'full', 'full', 'partial', 'partial', 'none'] as const);
  const kind = random.chance(40) ? 'capital' : 'operating';
  const size = random.pick([1, 2, 4, 8, 20, 60]) * random.between(9, 21) * 1000;
  const overrun = random.chance(15);
  const needs: NeedStory[] = [
    { year: -1, kind, euros: size, note: 'Beschaffung und Einführung' },
    {
      year: 0,
      kind,
      euros: Math.round(size * (overrun ? 1.3 : 0.8)),
      note: 'Einführung',
      ...(overrun
        ? {
            before: [
              Math.round(size * 0.8),
              -random.between(60, 280),
              'Neue Preise des Auftragnehmers',
            ] as const,
          }
        : {}),
    },
    { year: 1, kind: 'operating', euros: Math.round(size * 0.2), note: 'Betrieb und Wartung' },
  ];
  const share = state === 'full' ? 1 : 0.6;
  const lines: LineStory[] =
    state === 'none'
      ? []
      : needs.map((need) => {
          const appropriation = Math.round((need.before?.[0] ?? need.euros) * share);
          const actual = Math.round((appropriation * random.between(70, 99)) / 100);
          const forecast = need.before === undefined ? actual : need.euros;
          return need.year > 0
            ? { year: need.year, kind: need.kind, appropriation }
            : { year: need.year, kind: need.kind, appropriation, actual, forecast };
        });
  const counterFundings: Story['counterFundings'] = random.chance(15)
    ? [
        {
          year: 0,
          kind,
          source: 'reallocation',
          euros: Math.round(size * 0.1),
          explanation: 'Umschichtung im Dezernat',
          secured: random.chance(50),
        },
      ]
    : [];
  // One in ten declares something else than what follows from the figures.
  const declaredBudgetState = random.chance(10) ? 'full' : state;
  return { needs, lines, declaredBudgetState, financialEffects: true, counterFundings };
}
