import { AppError, type Fault, RuleViolated } from '../platform/index.js';
import type { GatePiece } from './phases/gate.enums.js';
import type { GateFacts } from './phases/gate.rules.js';
import type { Phase } from './project.enums.js';

/** Where the missing piece is to be put in, as a pointer into the project. */
const POINTERS: Record<GatePiece, string> = {
  'self-assessment': '/assessments/self',
  co2: '/co2Effect',
  'budget-state': '/declaredBudgetState',
  office: '/office',
};

/** The project lacks something that it needs to go forward; names every missing piece at once. */
export class GateOpen extends RuleViolated {
  override readonly code = 'project.gate-open';
  constructor(missing: readonly GatePiece[], { selfSettled, principleCount }: GateFacts) {
    super(
      missing.map((piece): Fault => ({
        pointer: POINTERS[piece],
        code: `project.gate-missing-${piece}`,
        ...(piece === 'self-assessment' ? { params: { settled: selfSettled, of: principleCount } } : {}),
      })),
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
