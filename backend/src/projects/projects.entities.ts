import { Handover } from './handovers/handover.entity.js';
import { Milestone } from './milestones/milestone.entity.js';
import { Project } from './project.entity.js';
import { ProjectNumber } from './project-number.entity.js';
import { ProjectActionField } from './relations/project-action-field.entity.js';
import { ProjectCorridorTheme } from './relations/project-corridor-theme.entity.js';
import { ProjectLink } from './relations/project-link.entity.js';
import { ProjectPerson } from './relations/project-person.entity.js';
import { ProjectSupportedGoal } from './relations/project-supported-goal.entity.js';
import { ProjectTag } from './relations/project-tag.entity.js';
import { Risk } from './risks/risk.entity.js';

/** The tables of this feature. */
export const PROJECT_ENTITIES = [
  Project,
  ProjectNumber,
  ProjectActionField,
  ProjectCorridorTheme,
  ProjectSupportedGoal,
  ProjectPerson,
  ProjectLink,
  ProjectTag,
  Milestone,
  Risk,
  Handover,
];
