import { Permission, type Role, ROLES } from '../platform/index.js';

const READ = [Permission.SignedIn, Permission.PortfolioRead];
const OWN_PROJECTS = [
  Permission.ProjectCreate,
  Permission.ProjectEdit,
  Permission.AssessSelf,
  Permission.StatusPublish,
  Permission.NeedEdit,
  Permission.PaperEdit,
  Permission.ConditionReport,
];

const ADMINISTER = [
  Permission.PeopleEdit,
  Permission.OrganisationEdit,
  Permission.TokensEdit,
  Permission.SettingsEdit,
  Permission.ChangesRead,
];

/** Trying out which proposals fit into a budget. Who decides reads it, and finance with the portfolio office makes it. */
const SCENARIOS = [Permission.ScenarioRead, Permission.ScenarioEdit];

/** What the secretary of the commission does, and the portfolio office. */
const SECRETARY = [
  Permission.SessionRead,
  Permission.SessionEdit,
  Permission.ConditionReport,
  Permission.ReportRequest,
];

/** Which role may do what at all; on which project is judged by projects/. Source: domain.md, "Who may do what". */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  employee: READ,
  'project-lead': [...READ, ...OWN_PROJECTS],
  'office-coordinator': [...READ, ...OWN_PROJECTS],
  commission: [
    ...READ,
    Permission.SessionRead,
    Permission.ScenarioRead,
    Permission.AssessReview,
    Permission.FinanceRead,
  ],
  finance: [
    ...READ,
    Permission.SessionRead,
    Permission.ConditionReport,
    Permission.BudgetEdit,
    Permission.FinanceRead,
    ...SCENARIOS,
    Permission.LedgerImport,
  ],
  'portfolio-office': [
    ...READ,
    ...OWN_PROJECTS,
    Permission.AssessReview,
    ...SECRETARY,
    ...SCENARIOS,
    Permission.AgendaEdit,
    Permission.ProjectPublish,
    Permission.FinanceRead,
  ],
  admin: [...READ, ...ADMINISTER],
};

/** The union of what a person's roles may do; the secretary is a flag beside the role of the commission. */
export function permissionsOf(roles: readonly Role[], { isSecretary = false } = {}): ReadonlySet<Permission> {
  const ofSecretary = isSecretary && roles.includes('commission') ? SECRETARY : [];
  return new Set([Permission.Anyone, ...roles.flatMap((role) => ROLE_PERMISSIONS[role]), ...ofSecretary]);
}

/** The roles that a permission comes with; what the secretary has besides is not looked at. */
export function rolesThatMay(permission: Permission): Role[] {
  return ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
}
