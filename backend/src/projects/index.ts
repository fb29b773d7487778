export {
  CO2_EFFECTS,
  CO2_MAGNITUDES,
  type Co2Effect,
  type Co2Magnitude,
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
  DERIVED_BUDGET_STATES,
  type DerivedBudgetState,
  type Origin,
  ORIGINS,
  type Phase,
  PHASES,
  type ProjectRight,
  type RiskState,
  type Visibility,
} from './project.enums.js';
export { hasEnded } from './ended.sql.js';
export { ProjectCommands, type ProjectTarget } from './project-commands.js';
export { type ClaimedProject, projectKey, ProjectRoots } from './project-roots.js';
export { mayDo, type RightsOnProject } from './project-rights.rules.js';
export { ProjectsModule } from './projects.module.js';
export { PROJECT_ENTITIES } from './projects.entities.js';
export { FINDINGS, findingsOf } from './findings.rules.js';
export { GATE_PIECES, type GatePiece } from './phases/gate.enums.js';
export { missingAtGate } from './phases/gate.rules.js';
export { isBeyondGate, nextPhases, type PhasePosition } from './phases/phase.rules.js';
export { isHighRisk } from './risks/risk.rules.js';
