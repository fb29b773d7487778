import type { Co2Effect, DeclaredBudgetState } from '../project.enums.js';
import { GATE_PIECES, type GatePiece } from './gate.enums.js';

/** What the gate looks at. */
export interface GateFacts {
  officeId: string | null;
  co2Effect: Co2Effect | null;
  co2Reason: string | null;
  declaredBudgetState: DeclaredBudgetState | null;
  /** Principles of the project's strategy edition that the self-assessment has scored or called not applicable. */
  selfSettled: number;
  /** Principles of the project's strategy edition. */
  principleCount: number;
}

const isThere: Record<GatePiece, (facts: GateFacts) => boolean> = {
  'self-assessment': ({ selfSettled, principleCount }) => selfSettled >= principleCount,
  co2: ({ co2Effect, co2Reason }) => co2Effect !== null && (co2Reason ?? '').trim() !== '',
  'budget-state': ({ declaredBudgetState }) => declaredBudgetState !== null,
  office: ({ officeId }) => officeId !== null,
};

/** Names everything that a project still lacks before it may go forward from `proposal` or onto an agenda. */
export function missingAtGate(facts: GateFacts): GatePiece[] {
  return GATE_PIECES.filter((piece) => !isThere[piece](facts));
}
