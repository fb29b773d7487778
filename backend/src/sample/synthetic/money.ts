import type { Random } from '../random.js';
import type { LineStory, NeedStory, Story } from '../story.js';

type Money = Pick<
  Story,
  | 'needs'
  | 'lines'
  | 'declaredBudgetState'
  | 'financialEffects'
  | 'counterFundings'
  | 'followUpCosts'
  | 'authorisations'
  | 'grants'
  | 'destinations'
>;
type Kind = NeedStory['kind'];

/** Money of a synthetic project over five years: the three last ones, this one and the next. */
export function moneyOf(random: Random): Money {
  if (random.chance(8)) return { needs: [], lines: [], declaredBudgetState: 'none', financialEffects: false };
  const state = random.pick(['full', 'full', 'full', 'partial', 'partial', 'none'] as const);
  const kind = random.chance(40) ? 'capital' : 'operating';
  const size = random.pick([1, 2, 4, 8, 20, 60]) * random.between(9, 21) * 1000;
  const needs = needsOf(random, kind, size);
  const lines = state === 'none' ? [] : needs.map((need) => lineOf(random, need, state === 'full' ? 1 : 0.6));
  return {
    needs,
    lines,
    // One in ten declares something else than what follows from the figures.
    declaredBudgetState: random.chance(10) ? 'full' : state,
    financialEffects: true,
    counterFundings: counterFundingsOf(random, kind, size),
    ...partsOf(random, { kind, size, isCovered: state === 'full' }),
  };
}

function needsOf(random: Random, kind: Kind, size: number): NeedStory[] {
  const overrun = random.chance(15);
  const part = (share: number): number => Math.round(size * share);
  return [
    { year: -3, kind, euros: part(0.3), note: 'Vorbereitung' },
    { year: -2, kind, euros: part(0.6), note: 'Beschaffung' },
    { year: -1, kind, euros: size, note: 'Beschaffung und Einführung' },
    {
      year: 0,
      kind,
      euros: part(overrun ? 1.3 : 0.8),
      note: 'Einführung',
      ...(overrun
        ? { before: [part(0.8), -random.between(60, 280), 'Neue Preise des Auftragnehmers'] as const }
        : {}),
    },
    { year: 1, kind: 'operating', euros: part(0.2), note: 'Betrieb und Wartung' },
  ];
}

function lineOf(random: Random, need: NeedStory, share: number): LineStory {
  const { year, kind } = need;
  const appropriation = Math.round((need.before?.[0] ?? need.euros) * share);
  if (year > 0) return { year, kind, appropriation };
  const actual = Math.round((appropriation * random.between(70, 99)) / 100);
  return { year, kind, appropriation, actual, forecast: need.before === undefined ? actual : need.euros };
}

function counterFundingsOf(random: Random, kind: Kind, size: number): Story['counterFundings'] {
  if (!random.chance(15)) return [];
  return [
    {
      year: 0,
      kind,
      source: 'reallocation',
      euros: Math.round(size * 0.1),
      explanation: 'Umschichtung im Dezernat',
      secured: random.chance(50),
    },
  ];
}

function partsOf(
  random: Random,
  { kind, size, isCovered }: { kind: Kind; size: number; isCovered: boolean },
): Pick<Money, 'followUpCosts' | 'authorisations' | 'grants' | 'destinations'> {
  const cost = { kind: 'operating', euros: Math.round(size * 0.15), note: 'Wartung' } as const;
  return {
    ...(random.chance(40) ? { followUpCosts: [random.chance(80) ? { ...cost, from: 2 } : cost] } : {}),
    ...(kind === 'capital' && random.chance(25)
      ? { authorisations: [{ year: 0, euros: size, cash: [[1, size]], note: 'Rahmenvertrag' }] }
      : {}),
    ...(random.chance(10)
      ? {
          grants: [
            {
              giver: 'Land Baden-Württemberg',
              title: 'Digitale Verwaltung',
              state: 'approved',
              decided: -200,
              euros: Math.round(size / 5),
              eligible: Math.round(size / 5) * 2,
              percent: 50,
              purpose: 'Beschaffung',
              boundUntil: 1500,
            },
          ],
        }
      : {}),
    ...(!isCovered && random.chance(60)
      ? { destinations: [{ year: 0, kind, budgetOf: 0, stage: 'registered', note: 'Nachtrag' }] }
      : {}),
  };
}
