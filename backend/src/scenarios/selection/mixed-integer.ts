import type { Highs } from 'highs';

/** lower ≤ Σ values·x ≤ upper; a missing bound is none. */
export interface ModelRow {
  columns: readonly number[];
  values: readonly number[];
  lower?: number;
  upper?: number;
}

/** Yes-or-no decisions: the best sum of `objective` over the columns that are chosen. */
export interface YesNoModel {
  sense: 'maximise' | 'minimise';
  /** Whole numbers, one for each column. */
  objective: readonly number[];
  rows: readonly ModelRow[];
  /** A set to begin with. */
  start?: ReadonlySet<number>;
}

/** What the solver says: with `chosen` the best set, proven; with `out-of-time` at most a good one. */
export type YesNoAnswer =
  | { status: 'optimal'; chosen: Set<number> }
  | { status: 'infeasible' }
  | { status: 'out-of-time'; chosen: Set<number> | null };

/** No gap is left open, and the same question is always answered alike. */
const OPTIONS = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  mip_allow_restart: false,
  random_seed: 0,
};

/**
 * Asks HiGHS once.
 *
 * @throws Error when it ends in any other way than the three that are foreseen
 */
export function solveYesNo(highs: Highs, model: YesNoModel, seconds: number): YesNoAnswer {
  const { constants, infinity } = highs;
  const count = model.objective.length;
  const starts = [0];
  for (const { columns } of model.rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const data = {
    numCols: count,
    numRows: model.rows.length,
    sense: constants.objectiveSense[model.sense === 'maximise' ? 'maximize' : 'minimize'],
    colCost: model.objective,
    colLower: new Float64Array(count),
    colUpper: new Float64Array(count).fill(1),
    rowLower: model.rows.map(({ lower }) => lower ?? -infinity),
    rowUpper: model.rows.map(({ upper }) => upper ?? infinity),
    matrix: {
      format: 'csr' as const,
      numRows: model.rows.length,
      numCols: count,
      starts,
      indices: model.rows.flatMap(({ columns }) => columns),
      values: model.rows.flatMap(({ values }) => values),
    },
    integrality: Array.from({ length: count }, () => constants.variableType.integer),
  };
  return highs.withModel(data, (asked): YesNoAnswer => {
    asked.options.set({ ...OPTIONS, time_limit: Math.max(seconds, 0) });
    if (model.start !== undefined) {
      asked.setSolution({
        colValue: Float64Array.from({ length: count }, (_, j) => Number(model.start?.has(j))),
      });
    }
    asked.run();
    const status = asked.getModelStatus();
    const chosen = (): Set<number> => {
      const { colValue } = asked.getSolution();
      return new Set(
        Array.from(colValue, Math.round).flatMap((value, column) => (value === 1 ? [column] : [])),
      );
    };
    if (status === constants.modelStatus.optimal) return { status: 'optimal', chosen: chosen() };
    if (status === constants.modelStatus.infeasible) return { status: 'infeasible' };
    if (status === constants.modelStatus.timeLimit) {
      const found = asked.info.get('primal_solution_status') === constants.solutionStatus.feasible;
      return { status: 'out-of-time', chosen: found ? chosen() : null };
    }
    throw new Error(`HiGHS ended with status ${status}`);
  });
}
