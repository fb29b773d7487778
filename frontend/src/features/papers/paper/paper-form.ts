import type { Body } from '../../../api/types';
import { PAPER_TYPES, type Paper } from '../papers';

/** What is typed about a paper; nothing is an empty text. */
export interface PaperForm {
  title: string;
  type: string;
  reference: string;
  directorate: string;
  office: string;
  datedOn: string;
  motion: string;
  isPublic: boolean;
  /** Numbers of the projects. */
  projects: string[];
}

type Creation = Body<'/api/v1/papers', 'post'>;
type Patch = Body<'/api/v1/papers/{id}', 'patch'>;

/** The form of a paper that is there, or of a new one about a project. */
export function formOf(paper: Paper | null, projectRef: string | undefined): PaperForm {
  return {
    title: paper?.title ?? '',
    type: paper?.type ?? 'decision',
    reference: paper?.reference ?? '',
    directorate: paper?.directorate?.id ?? '',
    office: paper?.office?.id ?? '',
    datedOn: paper?.datedOn ?? '',
    motion: paper?.motion ?? '',
    isPublic: paper?.isPublic ?? false,
    projects: paper?.projects.map(({ number }) => number) ?? (projectRef === undefined ? [] : [projectRef]),
  };
}

function contentOf(form: PaperForm) {
  return {
    title: form.title.trim(),
    type: PAPER_TYPES.find((type) => type === form.type) ?? 'other',
    reference: form.reference.trim(),
    datedOn: form.datedOn === '' ? null : form.datedOn,
    motion: form.motion.trim(),
    isPublic: form.isPublic,
    projects: form.projects,
  };
}

/** What a new paper is made of; without an office it becomes that of its first project. */
export function creationOf(form: PaperForm): Creation {
  return {
    ...contentOf(form),
    ...(form.office === '' ? {} : { office: form.office }),
    ...(form.directorate === '' ? {} : { directorate: form.directorate }),
  };
}

/** The whole of a paper after a change. */
export function patchOf(form: PaperForm): Patch {
  return { ...contentOf(form), office: form.office || null, directorate: form.directorate || null };
}
