/** What a backup says of itself. Its name in the folder: `manifest.json`. */
export interface Manifest {
  /** Raised when a version can't read what an earlier one wrote. */
  format: typeof FORMAT;
  /** Version of the product that wrote it. */
  product: string;
  /** Instant of the snapshot by the clock of the database, ISO UTC. */
  takenAt: string;
  /** The newest revision of the snapshot; 0 when there is none. */
  rev: number;
  /** Names of the migrations that made the schema, in their order. */
  migrations: string[];
  tables: BackedUpTable[];
  sequences: { name: string; value: number }[];
  /** Tables whose rows are left out on purpose. */
  leftOut: string[];
}

/** One table of a backup. Names are quoted as SQL needs it. */
export interface BackedUpTable {
  name: string;
  columns: string[];
  rows: number;
  /** File with the rows as `COPY … TO` writes them, compressed by gzip. */
  file: string;
}

export const FORMAT = 1;
export const MANIFEST_FILE = 'manifest.json';
/** Lists all files with their SHA-256 in the form of `sha256sum`, which can check it. */
export const SUMS_FILE = 'SHA256SUMS';

/**
 * What is over when a backup is restored, and would do harm: sessions that were ended meanwhile, delays of sign-ins, and
 * sign-ins that were under way. Jobs (schema pgboss) stay out too: a mail must not be sent a second time.
 */
export const LEFT_OUT = ['public.oidc_sign_in', 'public.session', 'public.sign_in_delay'];
