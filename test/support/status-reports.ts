/** A published report, as far as tests look at it. */
export interface Report {
  id: string;
  reportedOn: string;
  publishedAt: string;
  lights: Record<string, string>;
  overallReason: string | null;
  progressPercent: number;
  expectedEnd: string | null;
  done: string;
  helpWanted: string | null;
  worseReason: string | null;
  wayBack: string | null;
  unchanged: boolean;
  correctsId: string | null;
  correctedById: string | null;
}

/** A page of reports. */
export interface Reports {
  items: Report[];
  total: number;
  page: number;
  version: number;
  moment: string;
  reporting: {
    lastPublishedOn: string | null;
    ageDays: number;
    rhythmDays: number | null;
    overdueSince: string | null;
    overdueDays: number;
  };
}

/** Four green lights. */
export const GREEN = { schedule: 'green', cost: 'green', scope: 'green', resources: 'green' };
/** A report that can be published; set only what the test is about. */
export const aReport = (changes: object = {}): object => ({ lights: GREEN, progressPercent: 40, ...changes });
