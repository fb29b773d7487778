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
  AgendaEdit = 'agenda.edit',
}
