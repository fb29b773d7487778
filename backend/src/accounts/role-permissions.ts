import { Permission } from '../platform/index.js';
import type { Role } from '../platform/index.js';

const READ = [Permission.SignedIn, Permission.PortfolioRead];
const OWN_PROJECTS = [
  Permission.ProjectCreate,
  Permission.ProjectEdit,
  Permission.AssessSelf,
  Permission.StatusPublish,
  Permission.NeedEdit,
];

const ADMINISTER = [
  Permission.PeopleEdit,
  Permission.OrganisationEdit,
  Permission.TokensEdit,
  Permission.SettingsEdit,
  Permission.ChangesRead,
];

/** Which role may do what at all; on which project is judged by projects/. Source: domain.md, "Who may do what". */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  employee: READ,
  'project-lead': [...READ, ...OWN_PROJECTS],
  'office-coordinator': [...READ, ...OWN_PROJECTS],
  commission: [...READ, Permission.AssessReview],
  finance: [...READ, Permission.BudgetEdit],
  'portfolio-office': [
    ...READ,
    ...OWN_PROJECTS,
    Permission.AssessReview,
    Permission.AgendaEdit,
    Permission.ProjectPublish,
  ],
  admin: [...READ, ...ADMINISTER],
};

/** The union of what a person's roles may do. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set([Permission.Anyone, ...roles.flatMap((role) => ROLE_PERMISSIONS[role])]);
}
