import { HistoryMachinery1700000000001 } from './1700000000001-history-machinery.js';
import { PeopleStrategyOrganisation1700000000002 } from './1700000000002-people-strategy-organisation.js';
import { ProjectsAndTheirParts1700000000003 } from './1700000000003-projects-and-their-parts.js';
import { ProjectOverview1700000000004 } from './1700000000004-project-overview.js';
import { AccountsIdentitiesAndTokens1700000000005 } from './1700000000005-accounts-identities-and-tokens.js';
import { PublishedRecord1700000000006 } from './1700000000006-published-record.js';
import { HistoryTakesNoOrders1700000000007 } from './1700000000007-history-takes-no-orders.js';
import { HistoryIsSealed1700000000008 } from './1700000000008-history-is-sealed.js';
import { IdempotencyKeys1700000000009 } from './1700000000009-idempotency-keys.js';
import { JobsAndKnownBrowsers1700000000010 } from './1700000000010-jobs-and-known-browsers.js';
import { Administration1700000000011 } from './1700000000011-administration.js';
import { ReviewSessions1700000000012 } from './1700000000012-review-sessions.js';
import { RequestsHandoversAndWatching1700000000014 } from './1700000000014-requests-handovers-and-watching.js';
import { KeptDocuments1700000000015 } from './1700000000015-kept-documents.js';
import { ReviewLive1700000000016 } from './1700000000016-review-live.js';
import { NoticesAndCalendarFeeds1700000000017 } from './1700000000017-notices-and-calendar-feeds.js';
import { RisksAndLightsInTime1700000000018 } from './1700000000018-risks-and-lights-in-time.js';
import { CouncilPapers1700000000019 } from './1700000000019-council-papers.js';
import { Finance1700000000020 } from './1700000000020-finance.js';
import { LedgerImports1700000000021 } from './1700000000021-ledger-imports.js';
import { Scenarios1700000000022 } from './1700000000022-scenarios.js';
import { SumsOfCents1700000000024 } from './1700000000024-sums-of-cents.js';
import { ChangedAmountsByMail1700000000025 } from './1700000000025-changed-amounts-by-mail.js';

/** All migrations, in the order in which they run. */
export const MIGRATIONS = [
  HistoryMachinery1700000000001,
  PeopleStrategyOrganisation1700000000002,
  ProjectsAndTheirParts1700000000003,
  ProjectOverview1700000000004,
  AccountsIdentitiesAndTokens1700000000005,
  PublishedRecord1700000000006,
  HistoryTakesNoOrders1700000000007,
  HistoryIsSealed1700000000008,
  IdempotencyKeys1700000000009,
  JobsAndKnownBrowsers1700000000010,
  Administration1700000000011,
  ReviewSessions1700000000012,
  RequestsHandoversAndWatching1700000000014,
  KeptDocuments1700000000015,
  ReviewLive1700000000016,
  NoticesAndCalendarFeeds1700000000017,
  RisksAndLightsInTime1700000000018,
  CouncilPapers1700000000019,
  Finance1700000000020,
  LedgerImports1700000000021,
  Scenarios1700000000022,
  SumsOfCents1700000000024,
  ChangedAmountsByMail1700000000025,
];
