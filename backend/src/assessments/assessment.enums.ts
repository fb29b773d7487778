/** Who speaks: the project itself, or portfolio office and commission, who share the review. */
export const VOICES = ['self', 'review'] as const;
export type Voice = (typeof VOICES)[number];

/** The highest score: exemplary. Source: domain.md, "Check grid". */
export const HIGHEST_SCORE = 4;

/** The score that says that a project conflicts with a principle. Source: domain.md, "Check grid". */
export const CONFLICT = 0;

/** From this difference on the two voices are shown as different. Source: domain.md, "Check grid". */
export const SHOWN_DIFFERENCE = 2;

/** Principles of a strategy, hence the most scores that one grid has. Source: domain.md, "Terms", DesignPrinciple. */
export const PRINCIPLES_OF_A_GRID = 9;
