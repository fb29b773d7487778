/** What of a person decides which conditions wait for it, besides those of own projects. */
export interface ConditionAsker {
  isFinance: boolean;
  isPortfolioOffice: boolean;
  isSecretary: boolean;
}

/** The owners of conditions for which a person stands, whatever the project. */
export function ownersOf({ isFinance, isPortfolioOffice, isSecretary }: ConditionAsker): string[] {
  return [
    ...(isFinance ? ['finance'] : []),
    ...(isPortfolioOffice ? ['portfolio-office'] : []),
    ...(isSecretary ? ['commission'] : []),
  ];
}
