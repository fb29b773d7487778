/** Expense in whole cents, of one kind; revenue is no part of it. Sums of cells of project, year and kind. */
export class MoneySumsDto {
  needCents!: number;
  /** Appropriation, amendments and carry-over of adopted budgets. */
  securedCents!: number;
  /** The same of budgets that are registered or planned. */
  plannedCents!: number;
  /** Secured counter-funding. */
  counterFundingCents!: number;
  /** What the cells lack: the sum of max(0, need − secured − counter-funding) of each. */
  gapCents!: number;
  /** What cells have beyond their need; it fills no gap of another year, kind or project. */
  surplusCents!: number;
  committedCents!: number;
  actualCents!: number;
  /** The sum of the forecasts that were stated; null when none was. */
  forecastCents!: number | null;
}
