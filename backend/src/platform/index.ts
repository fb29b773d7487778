import { IdempotencyKey } from './database/idempotency-key.entity.js';

export {
  type Actor,
  type Audience,
  BROWSERS_ONLY_KEY,
  BrowsersOnly,
  CurrentActor,
  ForAudience,
  NoHistory,
  REQUIRES_KEY,
  Requires,
  type Role,
  ROLES,
} from './auth/actor.js';
export { Permission } from './auth/permission.js';
export { grantToApplication, roleOf } from './database/application-role.js';
export { type ColumnValue, copyLine } from './database/copy-text.js';
export { dataSourceOptions, migrate, REQUEST_TIMEOUTS, type Timeouts } from './database/data-source.js';
export { newId } from './database/new-id.js';
export { poolOf } from './database/pool.js';
export { Reads } from './database/reads.js';
export { countStatement, requestContext } from './database/request-context.js';
export { Transactions } from './database/transactions.js';
export type { Tx } from './database/tx.js';
export { utc } from './database/utc.js';
export {
  AlreadyExists,
  AppError,
  ChangedMeanwhile,
  type Fault,
  Forbidden,
  MalformedRequest,
  NotFound,
  NotSignedIn,
  RuleViolated,
} from './errors/app-error.js';
export { DatabaseAway } from './errors/postgres-errors.js';
export { type Moment, momentName } from './history/moment.js';
export { Moments } from './history/moments.js';
export {
  type Anchor,
  anchorName,
  beginSealsAnew,
  HistoryNotSealed,
  HistorySealer,
  parseAnchor,
  sealAll,
  sealNext,
  type SealState,
  type VerifiedHistory,
  verifyHistory,
} from './history/seal/index.js';
export { AtMoment } from './http/at-moment.js';
export { AcceptsFile, fileOf } from './http/file-body.js';
export { cataloguePage } from './http/catalogue-page.js';
export { IfSent, IsCents, IsDay, IsInstant, MAX_CENTS } from './http/domain-validators.js';
export { IfMatch, toBoolean, toList, toNumber } from './http/headers.js';
export { IdPipe, isUuid } from './http/id.pipe.js';
export {
  AsOfQuery,
  CatalogueQuery,
  CommandAnswer,
  PageDto,
  pageOf,
  PageQuery,
  TitleDto,
} from './http/list.dto.js';
export { RateLimits } from './http/rate-limits.js';
export { Readiness } from './http/readiness.js';
export { faultOf } from './jobs/job-faults.js';
export { Jobs } from './jobs/jobs.js';
export type { EventStream } from './live/event-stream.js';
export { EventStreams } from './live/event-streams.js';
export { Notifications } from './live/notifications.js';
export type { MailPart } from './mail/mail-body.js';
export { type Mail, Mails } from './mail/mails.js';
export { PlatformModule } from './platform.module.js';
export { addDays, dayOf, daysBetween, isDay } from './time/calendar.js';
export { Clock } from './time/clock.js';

/** The tables of the platform. */
export const PLATFORM_ENTITIES = [IdempotencyKey];
