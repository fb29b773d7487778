/** What one voice says of one principle. */
export interface Score {
  score: number | null;
  notApplicable: boolean;
  reason: string;
  evidenceUrl: string | null;
  givenOn: string;
}

/** What the scores of one voice come to. */
export interface Voice {
  score: number | null;
  coverage: { settled: number; of: number };
  conflicts: string[];
}

/** The check grid of a project, as far as tests look at it. */
export interface Grid {
  version: number;
  moment: string;
  strategy: { id: string; key: string };
  editions: { id: string }[];
  principles: {
    id: string;
    key: string;
    self: Score | null;
    review: Score | null;
    difference: number | null;
    differs: boolean;
  }[];
  self: Voice;
  review: Voice;
}
