/**
 * The form in which a sample project is told. All days are relative to the day of loading (negative: past), all years
 * relative to its year, so that the sample is alive whenever it is loaded. Everything told here is invented.
 */
export interface Story {
  /** Number in the Digital Agenda 2022; title, action field and supported goals come from the agenda's file. */
  readonly number: number;
  /** Tells nothing between the written reports. */
  readonly isTerse?: boolean;
  readonly officeKey: string;
  readonly summary: string;
  readonly goal: string;
  readonly expectedEffect: string;
  readonly visibility: 'internal' | 'public';
  readonly furtherFields?: readonly string[];
  /** Corridor themes; the first one is emphasised. Without any the project is not IQ-relevant. */
  readonly themes: readonly string[];
  readonly iqNote?: string;
  readonly tags: readonly string[];
  /** The first step is the phase that the project has when it is taken over; its day may lie before that. */
  readonly phases: readonly PhaseStep[];
  readonly schedule: Schedule;
  readonly co2: Co2Story | null;
  readonly financialEffects: boolean | null;
  readonly declaredBudgetState: 'full' | 'partial' | 'none' | null;
  readonly self: Grid;
  /** Scores of the first self-assessment where it differed from today's. */
  readonly selfAtFirst?: Partial<Record<PrincipleKey, Score>>;
  readonly review?: Grid;
  readonly milestones: readonly MilestoneStory[];
  readonly risks: readonly RiskStory[];
  readonly reports: readonly ReportStory[];
  readonly needs: readonly NeedStory[];
  readonly lines: readonly LineStory[];
  readonly counterFundings?: readonly CounterFundingStory[];
  readonly followUpCosts?: readonly FollowUpCostStory[];
  readonly authorisations?: readonly AuthorisationStory[];
  readonly grants?: readonly GrantStory[];
  readonly destinations?: readonly DestinationStory[];
  /** Other projects of the agenda by number. */
  readonly links?: readonly { readonly kind: 'depends-on' | 'part-of'; readonly number: number }[];
}

export type Phase =
  'idea' | 'proposal' | 'approved' | 'in-progress' | 'rollout' | 'completed' | 'paused' | 'cancelled';

export type PrincipleKey =
  | 'user-needs'
  | 'efficiency'
  | 'sovereignty'
  | 'openness'
  | 'innovation'
  | 'security-privacy'
  | 'sustainability'
  | 'local-network'
  | 'wider-network';

export type Score = 0 | 1 | 2 | 3 | 4;

/** Scores with their reasons; `n/a` is not applicable, a missing principle is not yet assessed. */
export type Grid = Partial<Record<PrincipleKey, readonly [Score | 'n/a', string]>>;

export interface PhaseStep {
  readonly day: number;
  readonly to: Phase;
  readonly reason?: string;
  readonly releasedBy?: string;
}

export interface Schedule {
  readonly start: number;
  readonly baselineEnd: number | null;
  readonly approvedEnd: number | null;
  /** Expected end when the project is taken over; later ones come with the reports. */
  readonly expectedEnd: number | null;
  /** Later approvals of another end. */
  readonly approvals?: readonly { readonly day: number; readonly end: number; readonly reason: string }[];
}

export interface Co2Story {
  readonly effect: 'none' | 'positive' | 'negative' | 'undirected';
  readonly magnitude?: 'minor' | 'considerable';
  readonly reason: string;
  readonly optimisation?: string;
  /** Amounts of the figures are stated without a sign: a positive effect saves them, a negative one adds them. */
  readonly kgPerYear?: number;
  readonly energyKwhPerYear?: number;
  readonly waterM3PerYear?: number;
  readonly paperSheetsPerYear?: number;
  readonly method?: string;
}

export interface MilestoneStory {
  readonly title: string;
  readonly baseline: number;
  readonly moves?: readonly { readonly day: number; readonly to: number; readonly reason: string }[];
  /** Day on which it was reached. */
  readonly actual?: number;
  readonly isPublic?: boolean;
}

export interface RiskStory {
  readonly title: string;
  readonly description: string;
  /** Probability and impact, 1 to 5 each. */
  readonly rating: readonly [number, number];
  readonly response: string;
  /** Reduced where nothing is said. */
  readonly responseKind?: 'avoid' | 'reduce' | 'transfer' | 'accept';
  readonly ownerRole: string;
  /** Rating when the risk was first recorded, where it differed. */
  readonly ratingAtFirst?: readonly [number, number];
  readonly state?: 'open' | 'occurred' | 'closed';
}

export interface ReportStory {
  readonly day: number;
  /** Schedule, cost, scope, resources: G green, A amber, R red. Overall is the worst of the four. */
  readonly lights: string;
  /** Another overall light than the worst of the four, with its reason. */
  readonly overall?: readonly ['G' | 'A' | 'R', string];
  readonly progress: number;
  /** Expected end from this report on, where it moves. */
  readonly end?: number;
  readonly done: string;
  readonly next: string;
  readonly blockers?: string;
  readonly help?: string;
  /** Why a light got worse, and the way back. */
  readonly worse?: readonly [why: string, wayBack: string];
}

export interface NeedStory {
  readonly year: number;
  readonly kind: 'operating' | 'capital';
  readonly direction?: 'revenue';
  readonly euros: number;
  readonly note: string;
  /** Amount before a later change, in euros, and the reason of the change. */
  readonly before?: readonly [euros: number, day: number, reason: string];
}

export interface LineStory {
  readonly year: number;
  readonly kind: 'operating' | 'capital';
  readonly direction?: 'revenue';
  /** Amounts in euros. `actual` is what the whole year comes to. */
  readonly appropriation: number;
  readonly amendments?: number;
  readonly carryOver?: number;
  readonly committed?: number;
  readonly actual?: number;
  readonly forecast?: number;
  readonly note?: string;
}

export interface CounterFundingStory {
  readonly year: number;
  readonly kind: 'operating' | 'capital';
  readonly source: 'additional-revenue' | 'discontinued-tasks' | 'reallocation';
  readonly euros: number;
  readonly explanation: string;
  readonly secured: boolean;
}

/** What a project costs each year after its end. */
export interface FollowUpCostStory {
  readonly kind: 'operating' | 'capital';
  /** First year; nobody has said so where it is missing. */
  readonly from?: number;
  readonly to?: number;
  readonly euros: number;
  readonly note: string;
}

/** A commitment authorisation with what of it is paid in which year. */
export interface AuthorisationStory {
  readonly year: number;
  readonly euros: number;
  readonly cash: readonly (readonly [year: number, euros: number])[];
  readonly note: string;
}

export interface GrantStory {
  readonly giver: string;
  readonly title: string;
  readonly state: 'planned' | 'applied' | 'approved' | 'rejected';
  /** Day of the decision. */
  readonly decided?: number;
  readonly euros: number;
  /** Costs that the giver recognises, in euros, and the share of them that it pays. */
  readonly eligible?: number;
  readonly percent?: number;
  readonly purpose: string;
  /** Day until which the money is bound. */
  readonly boundUntil?: number;
}

/** Where the money that lacks in a year is to come from. */
export interface DestinationStory {
  readonly year: number;
  readonly kind: 'operating' | 'capital';
  /** A year of the budget that is to fill the gap. */
  readonly budgetOf: number;
  readonly stage: 'registered' | 'planned' | 'adopted' | 'rejected';
  readonly note: string;
}
