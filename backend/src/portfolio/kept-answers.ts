/** An answer with the revision that it speaks of. */
export interface AnswerOfRevision {
  rev: number;
}

/**
 * Answers kept in the process, each for one question and the revision that it speaks of. The newest revision of a
 * question wins; the least recently asked question gives way.
 */
export class KeptAnswers<Answer extends AnswerOfRevision> {
  private readonly answers = new Map<string, Answer>();
  private readonly underway = new Map<string, Promise<Answer>>();

  constructor(private readonly capacity: number) {}

  /** The kept answer of exactly this revision. */
  get(question: string, rev: number): Answer | undefined {
    const kept = this.answers.get(question);
    if (kept === undefined || kept.rev !== rev) return undefined;
    this.answers.delete(question);
    this.answers.set(question, kept);
    return kept;
  }

  /** The newest revision for which this question has a kept answer. */
  newestRev(question: string): number | undefined {
    return this.answers.get(question)?.rev;
  }

  /** Keeps an answer unless a newer one is there. */
  put(question: string, answer: Answer): void {
    if ((this.answers.get(question)?.rev ?? -1) > answer.rev) return;
    this.answers.delete(question);
    this.answers.set(question, answer);
    if (this.answers.size <= this.capacity) return;
    const [oldest] = this.answers.keys();
    if (oldest !== undefined) this.answers.delete(oldest);
  }

  /**
   * The kept answer of a revision, else the one that `work` finds, which may be newer. Who asks the same meanwhile
   * waits for the same work.
   */
  async getOrFind(question: string, rev: number, work: () => Promise<Answer>): Promise<Answer> {
    const kept = this.get(question, rev);
    if (kept !== undefined) return kept;
    const flight = `${rev} ${question}`;
    return this.underway.get(flight) ?? this.start(flight, question, work);
  }

  private async start(flight: string, question: string, work: () => Promise<Answer>): Promise<Answer> {
    const found = work();
    this.underway.set(flight, found);
    try {
      const answer = await found;
      this.put(question, answer);
      return answer;
    } finally {
      this.underway.delete(flight);
    }
  }
}
