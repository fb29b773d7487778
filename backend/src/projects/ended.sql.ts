import { ENDED_PHASES } from './project.enums.js';

const ENDED = ENDED_PHASES.map((phase) => `'${phase}'`).join(', ');

/** The SQL that says whether a project in the phase `expression` has come to its end. */
export const hasEnded = (expression: string): string => `${expression} in (${ENDED})`;
