import { ACCOUNT_ENTITIES } from './accounts/index.js';
import { ASSESSMENT_ENTITIES } from './assessments/index.js';
import { BUDGET_ENTITIES } from './budget/index.js';
import { CALENDAR_ENTITIES } from './calendar/index.js';
import { LEDGER_ENTITIES } from './ledger/index.js';
import { MY_WORK_ENTITIES } from './my-work/index.js';
import { NOTICE_ENTITIES } from './notices/index.js';
import { ORGANISATION_ENTITIES } from './organisation/index.js';
import { PAPER_ENTITIES } from './papers/index.js';
import { PLATFORM_ENTITIES } from './platform/index.js';
import { PORTFOLIO_ENTITIES } from './portfolio/index.js';
import { PROJECT_ENTITIES } from './projects/index.js';
import { PUBLICATION_ENTITIES } from './publication/index.js';
import { REVIEW_ENTITIES } from './reviews/index.js';
import { SCENARIO_ENTITIES } from './scenarios/index.js';
import { STATUS_REPORT_ENTITIES } from './status-reports/index.js';
import { STRATEGY_ENTITIES } from './strategy/index.js';

/** All tables that TypeORM compares with the migrations. */
export const ENTITIES = [
  ...ACCOUNT_ENTITIES,
  ...ORGANISATION_ENTITIES,
  ...STRATEGY_ENTITIES,
  ...PROJECT_ENTITIES,
  ...ASSESSMENT_ENTITIES,
  ...STATUS_REPORT_ENTITIES,
  ...BUDGET_ENTITIES,
  ...LEDGER_ENTITIES,
  ...REVIEW_ENTITIES,
  ...PAPER_ENTITIES,
  ...PORTFOLIO_ENTITIES,
  ...PUBLICATION_ENTITIES,
  ...SCENARIO_ENTITIES,
  ...MY_WORK_ENTITIES,
  ...NOTICE_ENTITIES,
  ...CALENDAR_ENTITIES,
  ...PLATFORM_ENTITIES,
];
