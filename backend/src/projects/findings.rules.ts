import { type GateFacts, missingAtGate } from './phases/gate.rules.js';
import { isBeyondGate, type PhasePosition } from './phases/phase.rules.js';
import type { DerivedBudgetState } from './project.enums.js';

/** What is contradictory, yet accepted until someone settles it. Source: domain.md, "Warn, do not block". */
export const FINDINGS = [
  'gate-open',
  'co2-undirected',
  'co2-negative-without-optimisation',
  'budget-declared-differs-from-derived',
  'no-financial-effects-but-budgeted',
  'end-before-start',
  'iq-without-theme',
] as const;
export type Finding = (typeof FINDINGS)[number];

/** What the findings look at. */
export interface FindingFacts extends GateFacts, PhasePosition {
  /** How many agendas name the project. */
  agendaCount: number;
  co2Optimisation: string | null;
  derivedBudgetState: DerivedBudgetState;
  /** False: "no financial effects" was ticked; null: nobody has said. */
  financialEffects: boolean | null;
  baselineStart: string | null;
  baselineEnd: string | null;
  approvedStart: string | null;
  approvedEnd: string | null;
  expectedStart: string | null;
  expectedEnd: string | null;
  iqRelevant: boolean | null;
  corridorThemeCount: number;
}

const isFound: Record<Finding, (facts: FindingFacts) => boolean> = {
  'gate-open': (facts) =>
    facts.phase !== 'cancelled' &&
    (isBeyondGate(facts) || facts.agendaCount > 0) &&
    missingAtGate(facts).length > 0,
  'co2-undirected': ({ co2Effect }) => co2Effect === 'undirected',
  'co2-negative-without-optimisation': ({ co2Effect, co2Optimisation }) =>
    co2Effect === 'negative' && (co2Optimisation ?? '').trim() === '',
  'budget-declared-differs-from-derived': ({ declaredBudgetState, derivedBudgetState }) =>
    declaredBudgetState !== null &&
    derivedBudgetState !== 'unknown' &&
    declaredBudgetState !== derivedBudgetState,
  'no-financial-effects-but-budgeted': ({ financialEffects, declaredBudgetState, derivedBudgetState }) =>
    financialEffects === false &&
    [declaredBudgetState, derivedBudgetState].some((state) => state === 'full' || state === 'partial'),
  'end-before-start': (facts) =>
    isBefore(facts.baselineEnd, facts.baselineStart) ||
    isBefore(facts.approvedEnd, facts.approvedStart) ||
    isBefore(facts.expectedEnd, facts.expectedStart),
  'iq-without-theme': ({ iqRelevant, corridorThemeCount }) => iqRelevant === true && corridorThemeCount === 0,
};

/** Lists what is contradictory about a project, in a fixed order. */
export function findingsOf(facts: FindingFacts): Finding[] {
  return FINDINGS.filter((finding) => isFound[finding](facts));
}

function isBefore(end: string | null, start: string | null): boolean {
  return end !== null && start !== null && end < start;
}
