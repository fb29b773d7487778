import type { Moment, Reads } from '../../platform/index.js';
import type { AnswerOfRevision, KeptAnswers } from '../kept-answers.js';

/** A question to the whole portfolio. */
export interface FiguresQuestion<Answer extends AnswerOfRevision> {
  reads: Reads;
  kept: KeptAnswers<Answer>;
  moment: Moment;
  /** Everything that the answer depends on but the revision of the present. */
  question: unknown;
  find: () => Promise<Answer>;
}

/**
 * Answers a question once per revision. Live, one look at the newest revision decides whether the kept answer still
 * holds; a past moment never changes, so nothing has to be asked.
 */
export async function answerOnce<Answer extends AnswerOfRevision>(
  asked: FiguresQuestion<Answer>,
): Promise<Answer> {
  const { reads, kept, moment, find } = asked;
  const question = JSON.stringify([moment.rev, moment.today, asked.question]);
  if (moment.rev !== null) return kept.getOrFind(question, moment.rev, find);
  const [row] = await reads.query<{ rev: number }>(moment, 'select current_rev() as rev');
  return kept.getOrFind(question, row?.rev ?? 0, find);
}
