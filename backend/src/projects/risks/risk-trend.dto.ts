/** The risks that were not closed at the end of a month. */
export class RiskMonthDto {
  /** Last day of the month; of the month that goes on the day of the moment. */
  on!: string;
  low!: number;
  medium!: number;
  /** In the red corner of the matrix. */
  high!: number;
  /** Probability times impact of all of them. */
  exposure!: number;
}

/** Risks of a project by month and level. */
export class RiskTrendDto {
  /** The revision that the answer speaks of. */
  moment!: string;
  /** From the month of the first risk, 24 at most; none without any risk. */
  months!: RiskMonthDto[];
}
