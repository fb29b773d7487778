import type { Body } from '../../../api/types';
import type { Project } from '../use-project';

type Patch = Body<'/api/v1/projects/{ref}', 'patch'>;
type Create = Body<'/api/v1/projects', 'post'>;

/** Texts that are never null on the server. */
const TEXTS = ['title', 'summary', 'goal', 'expectedEffect', 'primaryActionField'] as const;

/** Texts and days that are null on the server while they are empty here. */
const EMPTY_IS_NULL = [
  'expectedStart',
  'expectedEnd',
  'baselineStart',
  'baselineEnd',
  'approvedStart',
  'approvedEnd',
  'co2Reason',
  'co2Optimisation',
  'co2Method',
  'energyMethod',
  'waterMethod',
  'paperMethod',
  'iqNote',
] as const;

/** What is the same here and there. */
const PLAIN = [
  'office',
  'co2Effect',
  'co2Magnitude',
  'co2KgPerYear',
  'energyKwhPerYear',
  'waterM3PerYear',
  'paperSheetsPerYear',
  'iqRelevant',
  'financialEffects',
  'declaredBudgetState',
] as const;

type Plain = Pick<Project, Exclude<(typeof PLAIN)[number], 'office'>> & {
  /** Id of the responsible office. */
  office: string | null;
};

/** What the form of a project holds; empty inputs are empty texts. */
export type ProjectDraft = Record<(typeof TEXTS)[number] | (typeof EMPTY_IS_NULL)[number], string> & Plain;
export type DraftField = keyof ProjectDraft;

const isNullWhenEmpty = (field: string): boolean => EMPTY_IS_NULL.some((name) => name === field);

/** Everything that the form can change, in the order of the form. */
export const DRAFT_FIELDS: readonly DraftField[] = [...TEXTS, ...EMPTY_IS_NULL, ...PLAIN];

/** A form in which nothing is filled in. */
export function emptyDraft(): ProjectDraft {
  const texts = Object.fromEntries([...TEXTS, ...EMPTY_IS_NULL].map((field) => [field, '']));
  const plain = Object.fromEntries(PLAIN.map((field) => [field, null]));
  return { ...texts, ...plain } as ProjectDraft;
}

/** The form as it looks for a project. */
export function draftOf(project: Project): ProjectDraft {
  const empties = Object.fromEntries(EMPTY_IS_NULL.map((field) => [field, project[field] ?? '']));
  return {
    ...project,
    ...(empties as Record<(typeof EMPTY_IS_NULL)[number], string>),
    office: project.office?.id ?? null,
    primaryActionField: project.primaryActionField.key,
  };
}

/** Names the fields in which two forms differ. */
export function differences(left: ProjectDraft, right: ProjectDraft): DraftField[] {
  return DRAFT_FIELDS.filter((field) => tidy(left[field]) !== tidy(right[field]));
}

/** The merge patch that leads from one form to the other. */
export function patchOf(base: ProjectDraft, draft: ProjectDraft): Patch {
  return Object.fromEntries(differences(base, draft).map((field) => [field, wire(field, draft[field])]));
}

/** The body that creates a project; what is empty is left out. */
export function creationOf(draft: ProjectDraft): Create {
  const { approvedStart: _start, approvedEnd: _end, ...content } = draft;
  const given = Object.entries(content).filter(([, value]) => value !== '' && value !== null);
  return {
    ...Object.fromEntries(given),
    title: draft.title.trim(),
    primaryActionField: draft.primaryActionField,
  };
}

/** A field that somebody else changed while the form was open. */
export interface Arrival {
  field: DraftField;
  before: ProjectDraft[DraftField];
  theirs: ProjectDraft[DraftField];
  /** It was changed here, too, and to something else: what was typed stays until the person decides. */
  isConflict: boolean;
}

/**
 * Brings a form together with what the server has now: untouched fields take what arrived, touched ones keep what was
 * typed.
 */
export function mergeDraft(
  base: ProjectDraft,
  draft: ProjectDraft,
  theirs: ProjectDraft,
): { draft: ProjectDraft; arrivals: Arrival[] } {
  const arrivals = differences(base, theirs).map((field) => {
    const isTouched = tidy(base[field]) !== tidy(draft[field]);
    return {
      field,
      before: base[field],
      theirs: theirs[field],
      isConflict: isTouched && tidy(draft[field]) !== tidy(theirs[field]),
    };
  });
  const taken = arrivals
    .filter(({ isConflict }) => !isConflict)
    .map(({ field }) => [field, theirs[field]] as const);
  return { draft: { ...draft, ...Object.fromEntries(taken) }, arrivals };
}

function wire(field: DraftField, value: ProjectDraft[DraftField]): ProjectDraft[DraftField] {
  const sent = tidy(value);
  return sent === '' && isNullWhenEmpty(field) ? null : sent;
}

function tidy(value: ProjectDraft[DraftField]): ProjectDraft[DraftField] {
  return typeof value === 'string' ? value.trim() : value;
}
