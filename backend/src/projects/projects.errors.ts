import { AppError, type Fault, RuleViolated } from '../platform/index.js';
import type { GatePiece } from './phases/gate.enums.js';
import type { GateFacts } from './phases/gate.rules.js';
import type { Phase } from './project.enums.js';

/** Where a missing piece is to be put in, as a pointer into the project, and how it is called. */
const MISSING: Record<GatePiece, Fault> = {
  'self-assessment': { pointer: '/assessments/self', code: 'project.gate-missing-self-assessment' },
  co2: { pointer: '/co2Effect', code: 'project.gate-missing-co2' },
  'budget-state': { pointer: '/declaredBudgetState', code: 'project.gate-missing-budget-state' },
  office: { pointer: '/office', code: 'project.gate-missing-office' },
};

/** The project lacks something that it needs to go forward; names every missing piece at once. */
export class GateOpen extends RuleViolated {
  override readonly code = 'project.gate-open';
  constructor(missing: readonly GatePiece[], { selfSettled, principleCount }: GateFacts) {
    super(
      missing.map((piece) => ({ ...MISSING[piece], params: { settled: selfSettled, of: principleCount } })),
    );
  }
}

/** A project can't step from its phase to that one. */
export class PhaseNotPossible extends AppError {
  readonly status = 422;
  readonly code = 'project.phase-not-possible';
  constructor({ from, to, possible }: { from: Phase; to: Phase; possible: readonly Phase[] }) {
    super(`no step from ${from} to ${to}`, {
      params: { from, to, possible },
      errors: [{ pointer: '/to', code: 'project.phase-not-possible', params: { from, to } }],
    });
  }
}

/** A link would make a project depend on itself, or be a part of itself, over others. */
export class LinkClosesCircle extends RuleViolated {
  override readonly code = 'project.link-closes-circle';
  constructor() {
    super([{ pointer: '/otherProject', code: 'project.link-closes-circle' }]);
  }
}
