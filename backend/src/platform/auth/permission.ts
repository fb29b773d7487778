/** Everything a route can ask for. Which role has which stands in accounts/role-permissions.ts. */
export enum Permission {
  /** Also without signing in: sign-in itself, health, the API's description. */
  Anyone = 'anyone',
  /** Any person who is signed in. */
  SignedIn = 'signed-in',
  PortfolioRead = 'portfolio.read',
  ProjectCreate = 'project.create',
  ProjectEdit = 'project.edit',
  AssessSelf = 'assessment.self',
  AssessReview = 'assessment.review',
  StatusPublish = 'status.publish',
  NeedEdit = 'need.edit',
  BudgetEdit = 'budget.edit',
  /** The money of the whole portfolio: exceptions, matrix, what changed and who changed it. */
  FinanceRead = 'finance.read',
  /** Reading in files of the ledger, and undoing it. */
  LedgerImport = 'ledger.import',
  AgendaEdit = 'agenda.edit',
  ProjectPublish = 'project.publish',
  /** Sessions of the IT commission: agenda, dossier, minutes. */
  SessionRead = 'session.read',
  /** Preparing sessions, recording decisions and conditions, answering evidence. */
  SessionEdit = 'session.edit',
  /** Presenting evidence that a condition is met. */
  ConditionReport = 'condition.report',
  /** Council papers and their cover sheets. */
  PaperEdit = 'paper.edit',
  /** What was tried out: which proposals fit into a budget. */
  ScenarioRead = 'scenario.read',
  ScenarioEdit = 'scenario.edit',
  /** Asking for reports before a session, the list of overdue ones. */
  ReportRequest = 'report.request',
  /** People, their roles, office and deputy. */
  PeopleEdit = 'people.edit',
  OrganisationEdit = 'organisation.edit',
  TokensEdit = 'tokens.edit',
  SettingsEdit = 'settings.edit',
  /** The change log of the whole installation. */
  ChangesRead = 'changes.read',
}
