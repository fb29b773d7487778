/** Longest title of anything, in characters. */
export const TITLE_LENGTH = 300;

/** Longest running text, in characters: some four printed pages. */
export const TEXT_LENGTH = 10_000;

/** Longest reason, in characters. */
export const REASON_LENGTH = 2_000;
