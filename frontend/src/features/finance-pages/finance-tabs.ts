import type { Permission } from '../../app/stores/session';

/** A page about the money of the whole portfolio, and the permission that it is for. */
export interface FinanceTab {
  /** Also the name of the route. */
  key: string;
  title: string;
  permission: Permission;
  /** Works on what is now, and is not offered in the past. */
  nowOnly?: boolean;
}

export const FINANCE_TABS: readonly FinanceTab[] = [
  { key: 'finance', title: 'financePages.cockpit', permission: 'finance.read' },
  { key: 'finance-budgets', title: 'financePages.budgets', permission: 'finance.read' },
  { key: 'finance-changes', title: 'financePages.changes', permission: 'finance.read' },
  { key: 'scenarios', title: 'financePages.scenarios', permission: 'scenario.read' },
  { key: 'ledger', title: 'financePages.ledger', permission: 'ledger.import', nowOnly: true },
];
