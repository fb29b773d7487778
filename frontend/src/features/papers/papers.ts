import type { Answer, Body } from '../../api/types';

export type PaperRow = Answer<'/api/v1/papers', 'get'>['items'][number];
export type Paper = Answer<'/api/v1/papers/{id}', 'get'>;
export type PaperType = PaperRow['type'];
export type Consultation = PaperRow['consultations'][number];
export type ConsultationRole = Consultation['role'];
export type CoverSheet = Answer<'/api/v1/papers/{id}/cover-sheet', 'get'>;
export type SheetFinding = CoverSheet['findings'][number];
export type SheetValues = CoverSheet['values'];
export type SheetField = CoverSheet['entered'][number];
export type SheetIssue = Answer<'/api/v1/papers/{id}/cover-sheet/issues', 'get'>['items'][number];
/** What is entered by hand; null leaves a field open, a missing one is filled from the projects. */
export type SheetEntries = Body<'/api/v1/papers/{id}/cover-sheet', 'put'>;

export const PAPER_TYPES = [
  'decision',
  'information',
  'motion',
  'inquiry',
  'amendment',
  'budget',
  'other',
] as const satisfies readonly PaperType[];
export const CONSULTATION_ROLES = [
  'decision',
  'preliminary',
  'information',
  'hearing',
  'unknown',
] as const satisfies readonly ConsultationRole[];

/** The consultation that is next on a day, and the last one before; those without a day are neither. */
export function consultationsAround(
  consultations: readonly Consultation[],
  today: string,
): { next: Consultation | undefined; last: Consultation | undefined } {
  const dated = consultations.filter(({ heldOn }) => heldOn !== null);
  const isAhead = ({ heldOn }: Consultation): boolean => (heldOn ?? '') >= today;
  return { next: dated.find(isAhead), last: dated.findLast((consultation) => !isAhead(consultation)) };
}
