/** What was expected on a day. */
export class TrendPointDto {
  /** A day. */
  on!: string;
  /** The date that was expected then, a day. */
  expectedOn!: string;
}

/** One move of an expected date. */
export class RedatingDto {
  /** Instant of the change. */
  at!: string;
  /** Who moved the date; null when it was no person of this installation. */
  by!: string | null;
  /** A day. */
  from!: string;
  /** A day. */
  to!: string;
  /** Later is positive. */
  days!: number;
  /** Why. */
  reason!: string | null;
}

/** A milestone with everything that was ever said about its date. */
export class MilestoneTrendItemDto {
  id!: string;
  title!: string;
  /** First promise, a day. */
  baselineOn!: string;
  /** Approved last, a day. */
  approvedOn!: string | null;
  /** A day. */
  expectedOn!: string;
  /** Day on which it was reached. */
  actualOn!: string | null;
  /** Day on which it was taken off the project; what was promised stays. */
  removedOn!: string | null;
  /** How often the expected date was moved. */
  moves!: number;
  /** Days from the baseline to the actual date, else to the expected one; negative when early. */
  slipDays!: number;
  /** What was expected when: a new point for each promise, the last one for how it stands. */
  points!: TrendPointDto[];
  /** Every move, the oldest first. */
  redatings!: RedatingDto[];
}

/** Report date against expected date of all milestones of a project. */
export class MilestoneTrendDto {
  /** The revision that the answer speaks of. */
  moment!: string;
  /** Milestones that stand. */
  count!: number;
  /** Those of them whose date was moved. */
  moved!: number;
  /** Days from the first promise to what is expected, of the moved ones together. */
  movedDays!: number;
  /** By their first promises; removed ones too. */
  milestones!: MilestoneTrendItemDto[];
}
