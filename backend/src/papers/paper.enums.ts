/** Kinds of papers. Source: the council information system of the city (OParl `paperType`). */
export const PAPER_TYPES = [
  'decision',
  'information',
  'motion',
  'inquiry',
  'amendment',
  'budget',
  'other',
] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

/** What a body does with a paper. Source: OParl `Consultation.role` as the city fills it. */
export const CONSULTATION_ROLES = ['decision', 'preliminary', 'information', 'hearing', 'unknown'] as const;
export type ConsultationRole = (typeof CONSULTATION_ROLES)[number];
