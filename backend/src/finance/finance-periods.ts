import { Injectable } from '@nestjs/common';
import { type Moment, NotFound, Reads } from '../platform/index.js';
import type { PeriodDto, PeriodQuery } from './dto/period.dto.js';

/** Finds the years that a question is about. */
@Injectable()
export class FinancePeriods {
  constructor(private readonly reads: Reads) {}

  /**
   * The years of the budget that is named, else those that are named, else all.
   * @throws NotFound when there is, or was, no such budget
   */
  async of({ budget, yearFrom, yearTo }: PeriodQuery, moment: Moment): Promise<PeriodDto> {
    if (budget === undefined) return { budget: null, yearFrom: yearFrom ?? null, yearTo: yearTo ?? null };
    const [row] = await this.reads.query<{ yearFrom: number; yearTo: number }>(moment, BUDGET_YEARS, [
      budget,
    ]);
    if (row === undefined) throw new NotFound('budget');
    return { budget, ...row };
  }
}

/**
 * Narrows a table with a `year` to the years of a period. The years stand in the statement itself: they are few, and with
 * them the database knows how many rows to expect.
 */
export function withinYears({ yearFrom, yearTo }: PeriodDto, year = 'year'): string {
  const from = yearFrom === null ? [] : [`${year} >= ${yearFrom}`];
  const to = yearTo === null ? [] : [`${year} <= ${yearTo}`];
  return [...from, ...to].join(' and ') || 'true';
}

/** The years of a period that has a beginning and an end, else those with amounts. */
export function yearsOf(
  { yearFrom, yearTo }: PeriodDto,
  cells: readonly { year: number | null }[],
): number[] {
  if (yearFrom !== null && yearTo !== null)
    return Array.from({ length: Math.max(0, yearTo - yearFrom + 1) }, (_, index) => yearFrom + index);
  const years = new Set(cells.map(({ year }) => year).filter((year) => year !== null));
  return [...years].sort((a, b) => a - b);
}

const BUDGET_YEARS = 'select year_from as "yearFrom", year_to as "yearTo" from budget where key = $1';
