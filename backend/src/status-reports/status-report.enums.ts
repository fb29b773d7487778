/** Traffic lights from good to bad; the order counts. */
export const LIGHTS = ['green', 'amber', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** The four lights that the overall one is made from. */
export const PARTIAL_LIGHTS = ['schedule', 'cost', 'scope', 'resources'] as const;
export type PartialLight = (typeof PARTIAL_LIGHTS)[number];

/** All five lights of a report. */
export const LIGHT_NAMES = ['overall', ...PARTIAL_LIGHTS] as const;
export type LightName = (typeof LIGHT_NAMES)[number];

/** The five lights of one report. */
export type Lights = Record<LightName, Light>;

/**
 * Days within which a project in a phase reports, unless set otherwise; other phases have no rhythm.
 * Source: domain.md, "Status".
 */
export const DEFAULT_RHYTHM_DAYS = { approved: 90, 'in-progress': 30, rollout: 30, paused: 90 } as const;
