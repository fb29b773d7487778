import type { FinanceYears, Kind, YearSums } from '../finance';

/** What is drawn side by side for each year. */
export const SERIES = ['plan', 'forecast', 'actual'] as const;
export type Series = (typeof SERIES)[number];

const amounts = {
  plan: 'securedCents',
  forecast: 'forecastCents',
  actual: 'actualCents',
} as const satisfies Record<Series, keyof YearSums>;

export interface Bar {
  series: Series;
  /** Null where no forecast was stated: there is no bar, which is not the same as one of zero. */
  cents: number | null;
}

export interface YearBars {
  year: number;
  bars: Bar[];
}

/** The years of one kind, those without any amount as well. */
export function barsOf({ items, years }: Pick<FinanceYears, 'items' | 'years'>, kind: Kind): YearBars[] {
  return years.map((year) => {
    const sums = items.find((item) => item.kind === kind && item.year === year);
    return {
      year,
      bars: SERIES.map((series) => ({
        series,
        cents: sums === undefined ? (series === 'forecast' ? null : 0) : sums[amounts[series]],
      })),
    };
  });
}

/** Round amounts to draw lines at, from the least to the greatest; always with zero. */
export function ticksOf(amountsDrawn: readonly number[]): number[] {
  const low = Math.min(0, ...amountsDrawn);
  const high = Math.max(0, ...amountsDrawn);
  if (high === low) return [0];
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
