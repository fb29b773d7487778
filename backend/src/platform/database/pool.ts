import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The one pool of connections, for what speaks to PostgreSQL without TypeORM. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
