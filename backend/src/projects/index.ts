export {
  CO2_EFFECTS,
  CO2_MAGNITUDES,
  type Co2Effect,
  type Co2Magnitude,
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
  DERIVED_BUDGET_STATES,
  type DerivedBudgetState,
  LINK_KINDS,
  type LinkKind,
  type Origin,
  ORIGINS,
  PERSON_FUNCTIONS,
  type PersonFunction,
  type Phase,
  PHASES,
  PROJECT_RIGHTS,
  type ProjectRight,
  RISK_STATES,
  type RiskState,
  VISIBILITIES,
  type Visibility,
} from './project.enums.js';
export { ProjectCommands, type ProjectCommand, type ProjectTarget } from './project-commands.js';
export { type Claim, type ClaimedProject, projectKey, ProjectRoots } from './project-roots.js';
export { mayDo, permittedOn, type RightsOfPerson, type RightsOnProject } from './project-rights.rules.js';
export { ProjectsModule } from './projects.module.js';
export { PROJECT_ENTITIES } from './projects.entities.js';
export { type FindingFacts, type Finding, FINDINGS, findingsOf } from './findings.rules.js';
export { GATE_PIECES, type GatePiece } from './phases/gate.enums.js';
export { type GateFacts, missingAtGate } from './phases/gate.rules.js';
export { isBeyondGate, nextPhases, PHASE_TRANSITIONS, type PhasePosition } from './phases/phase.rules.js';
export { exposureOf, isHighRisk } from './risks/risk.rules.js';
