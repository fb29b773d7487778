export const KEPT_KINDS = ['dossier', 'minutes'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

export const KEPT_FORMATS = ['json', 'pdf', 'xlsx', 'docx'] as const;
export type KeptFormat = (typeof KEPT_FORMATS)[number];

/** What is known of a kept file without opening it. */
export interface KeptFileFact {
  format: KeptFormat;
  bytes: number;
  sha256: string;
}
