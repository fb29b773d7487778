export { joinEmbeddedPostgres } from './addresses.js';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.js';
export type { ServerSettings } from './server-arguments.js';
