import type { Highs } from 'highs';
import { grown } from './greedy.rules.js';
import { type ModelRow, solveYesNo, type YesNoModel } from './mixed-integer.js';
import { isAllowed, moneyOf, type SelectionProblem, settled } from './problem.rules.js';
import { coverOf, gcdOf, scaleRow, type UpperRow } from './whole-numbers.rules.js';

/** The best set. */
export interface Selection {
  /** Places of the chosen items, ascending. */
  chosen: number[];
  /** Proven: nothing is worth more. */
  isBest: boolean;
  /** Proven: of all sets worth as much none costs less, and of those this one has the earlier items. */
  isUnique: boolean;
}

/** Ties are broken in blocks of so many items, so that a weight of 2 for each place stays a small whole number. */
const BLOCK = 20;
/** Largest sum of money, in the unit that all amounts have in common, that is compared in one go. */
const LARGEST_MONEY = 1_000_000_000_000;

/** Out of time; what was found so far is the answer. */
class OutOfTime extends Error {}

/**
 * Finds the set that is worth most under all ceilings and obligations; of several the one that costs least; of several
 * the one that has the earlier items. The obligations must be possible: `settled` items that must be in fit.
 *
 * HiGHS computes in floating point, so it is given small whole numbers only, and every set that it proposes is counted
 * again in whole cents. A set that breaks a ceiling is cut off, and it is asked again.
 */
export function selectBest(highs: Highs, problem: SelectionProblem, seconds: number): Selection {
  const search = new Search(highs, problem, Date.now() + seconds * 1000);
  try {
    search.mostWorth();
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    return search.outcome({ isBest: false, isUnique: false });
  }
  try {
    search.leastMoney();
    search.earliestItems();
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    return search.outcome({ isBest: true, isUnique: false });
  }
  return search.outcome({ isBest: true, isUnique: true });
}

class Search {
  /** Places in the problem of the columns that are open. */
  private readonly columns: number[];
  private readonly isIn: ReadonlySet<number>;
  /** The ceilings less what must be in, by column; exact. */
  private readonly limits: UpperRow[];
  private readonly worths: number[];
  private readonly money: number[];
  private readonly moneyUnit: number;
  private readonly rows: ModelRow[] = [];
  private best: Set<number>;

  constructor(
    private readonly highs: Highs,
    private readonly problem: SelectionProblem,
    private readonly deadline: number,
  ) {
    const { isIn, isOut } = settled(problem);
    this.isIn = isIn;
    this.columns = problem.items.flatMap((_, item) => (isIn.has(item) || isOut.has(item) ? [] : [item]));
    const place = new Map(this.columns.map((item, column) => [item, column]));
    // Time may be up before the first answer.
    this.best = columnsOf(place, grown(problem, isIn));
    const items = this.columns.map((item) => problem.items[item] ?? { worth: 0, costs: [] });
    const worthUnit = gcdOf(items.map(({ worth }) => worth)) || 1;
    this.worths = items.map(({ worth }) => worth / worthUnit);
    const money = this.columns.map((item) => Number(moneyOf(problem, [item])));
    this.moneyUnit = gcdOf(money) || 1;
    this.money = money.map((cents) => cents / this.moneyUnit);
    this.limits = problem.ceilings.map((ceiling, row) => ({
      values: items.map(({ costs }) => costs[row] ?? 0),
      limit: [...isIn].reduce((rest, item) => rest - (problem.items[item]?.costs[row] ?? 0), ceiling),
    }));
    for (const limit of this.limits) this.addUpper(limit);
    for (const [a, b] of problem.needs) {
      const [from, to] = [place.get(a), place.get(b)];
      if (from === undefined || to === undefined || from === to) continue;
      this.rows.push({ columns: [from, to], values: [1, -1], upper: 0 });
    }
    for (const group of problem.groups) {
      const open = [...new Set(group)].flatMap((item) => place.get(item) ?? []);
      if (open.length > 1) this.rows.push({ columns: open, values: open.map(() => 1), upper: 1 });
    }
  }

  mostWorth(): void {
    this.ask({ sense: 'maximise', objective: this.worths });
    this.rows.push(sumRow(this.worths, { lower: sumOf(this.worths, this.best) }));
  }

  /**
   * Where amounts are too many and too fine to be compared at once, they are compared rounded down: a set that costs less
   * than the best costs no more when rounded down, so each that does is counted until there is none.
   */
  leastMoney(): void {
    const step = Math.max(1, Math.ceil(sumOf(this.money) / LARGEST_MONEY));
    const rounded = this.money.map((units) => Math.floor(units / step));
    const seen: ModelRow[] = [];
    for (;;) {
      const found = this.find({ sense: 'minimise', objective: rounded, start: this.best }, seen);
      const least = sumOf(this.money, this.best);
      if (found === null || sumOf(rounded, found) > Math.floor((least - 1) / step)) break;
      if (sumOf(this.money, found) < least) this.best = found;
      if (step === 1) break;
      seen.push(anotherThan(found, this.columns.length));
    }
    const row = { values: this.money, limit: sumOf(this.money, this.best) };
    this.limits.push(row);
    this.addUpper(row);
  }

  earliestItems(): void {
    const count = this.columns.length;
    const another = anotherThan(this.best, count);
    if (this.find({ sense: 'maximise', objective: zeros(count) }, [another]) === null) return;
    for (let from = 0; from < count; from += BLOCK) {
      const block = this.columns.slice(from, from + BLOCK).map((_, index) => from + index);
      const objective = zeros(count);
      block.forEach((column, index) => (objective[column] = 2 ** (block.length - 1 - index)));
      this.ask({ sense: 'maximise', objective });
      for (const column of block) {
        const settledTo = this.best.has(column) ? 1 : 0;
        this.rows.push({ columns: [column], values: [1], lower: settledTo, upper: settledTo });
      }
    }
  }

  /** What is chosen, with what is proven of it. */
  outcome(proven: Omit<Selection, 'chosen'>): Selection {
    const found = new Set([...this.isIn, ...[...this.best].map((column) => this.itemOf(column))]);
    // What was stopped halfway may have room left.
    const chosen = proven.isBest ? found : grown(this.problem, found);
    if (!isAllowed(this.problem, chosen))
      throw new Error('The chosen set breaks a ceiling or an obligation.');
    return { chosen: [...chosen].sort((a, b) => a - b), ...proven };
  }

  /** Asks for a best set; the present one is a start, so there is one. */
  private ask(model: Pick<YesNoModel, 'sense' | 'objective'>): void {
    const found = this.find({ ...model, start: this.best });
    if (found === null) throw new Error('HiGHS finds no set where one is known.');
    this.best = found;
  }

  /** The best set that keeps all rows in whole cents; null when there is none. @throws OutOfTime */
  private find(model: Omit<YesNoModel, 'rows'>, further: readonly ModelRow[] = []): Set<number> | null {
    if (this.columns.length === 0) return further.length === 0 ? new Set() : null;
    for (;;) {
      const seconds = (this.deadline - Date.now()) / 1000;
      if (seconds <= 0) throw new OutOfTime();
      const answer = solveYesNo(this.highs, { ...model, rows: [...this.rows, ...further] }, seconds);
      if (answer.status === 'infeasible') return null;
      const broken = answer.chosen === null ? [] : this.brokenBy(answer.chosen);
      if (answer.status === 'out-of-time') {
        this.keepIfBetter(answer.chosen, broken);
        throw new OutOfTime();
      }
      if (broken.length === 0) return answer.chosen;
      for (const row of broken) {
        const { columns, limit } = coverOf(row, answer.chosen);
        this.rows.push({ columns, values: columns.map(() => 1), upper: limit });
      }
    }
  }

  private brokenBy(chosen: ReadonlySet<number>): UpperRow[] {
    return this.limits.filter(({ values, limit }) => sumOf(values, chosen) > limit);
  }

  private keepIfBetter(chosen: ReadonlySet<number> | null, broken: readonly UpperRow[]): void {
    if (chosen === null || broken.length > 0) return;
    const gain = sumOf(this.worths, chosen) - sumOf(this.worths, this.best);
    const saved = sumOf(this.money, this.best) - sumOf(this.money, chosen);
    if (gain > 0 || (gain === 0 && saved > 0)) this.best = new Set(chosen);
  }

  private addUpper(row: UpperRow): void {
    const { values, limit } = scaleRow(row);
    if (sumOf(values) > limit) this.rows.push(sumRow(values, { upper: limit }));
  }

  private itemOf(column: number): number {
    const item = this.columns[column];
    if (item === undefined) throw new Error(`There is no column ${column}.`);
    return item;
  }
}

function columnsOf(place: ReadonlyMap<number, number>, items: Iterable<number>): Set<number> {
  return new Set([...items].flatMap((item) => place.get(item) ?? []));
}

function sumRow(values: readonly number[], bounds: Pick<ModelRow, 'lower' | 'upper'>): ModelRow {
  const columns = values.flatMap((value, column) => (value === 0 ? [] : [column]));
  return { columns, values: columns.map((column) => values[column] ?? 0), ...bounds };
}

/** Any set but this one. */
function anotherThan(chosen: ReadonlySet<number>, count: number): ModelRow {
  const columns = Array.from({ length: count }, (_, column) => column);
  return { columns, values: columns.map((column) => (chosen.has(column) ? -1 : 1)), lower: 1 - chosen.size };
}

function sumOf(values: readonly number[], chosen: Iterable<number> = values.keys()): number {
  let sum = 0;
  for (const column of chosen) sum += values[column] ?? 0;
  return sum;
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}
