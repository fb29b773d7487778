import { type Candidate, type Choice, gapOf, type ProjectRef, USUAL_CHOICE } from '../scenarios';
import type { TermsDraft } from './terms-draft';

/** A project with what is said of it, whether the server knows it as a candidate yet or not. */
export interface CandidateRow extends ProjectRef, Omit<Choice, 'projectId'> {
  /** Null until it is saved that the project is looked at. */
  known: Candidate | null;
  operatingCents: number;
  capitalCents: number;
}

/** Candidates, then what was added by hand and is not saved yet. */
export function candidateRows(
  candidates: readonly Candidate[],
  choices: TermsDraft['choices'],
  added: ReadonlyMap<string, ProjectRef>,
): CandidateRow[] {
  const rows = candidates.map((known) => ({
    ...(choices[known.id] ?? USUAL_CHOICE),
    id: known.id,
    number: known.number,
    title: known.title,
    known,
    operatingCents: gapOf(known.gaps, 'operating'),
    capitalCents: gapOf(known.gaps, 'capital'),
  }));
  const present = new Set(candidates.map(({ id }) => id));
  const fresh = [...added.values()].filter(
    ({ id }) => !present.has(id) && choices[id] !== undefined && choices[id].isAdded,
  );
  return [
    ...rows,
    ...fresh.map((project) => ({
      ...(choices[project.id] ?? USUAL_CHOICE),
      ...project,
      known: null,
      operatingCents: 0,
      capitalCents: 0,
    })),
  ];
}
