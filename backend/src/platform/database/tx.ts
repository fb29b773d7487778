import type {
  EntityManager,
  EntityTarget,
  FindOptionsWhere,
  ObjectLiteral,
  QueryDeepPartialEntity,
} from 'typeorm';
import { countStatement } from './request-context.js';

/** One open transaction: the first parameter of everything that writes. */
export class Tx {
  private readonly projects = new Set<string>();

  constructor(private readonly manager: EntityManager) {}

  /** Runs one statement and returns its rows. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    countStatement();
    const result: unknown = await this.manager.query(sql, [...parameters]);
    // For UPDATE and DELETE TypeORM answers [rows, count].
    return (isRowsAndCount(result) ? result[0] : result) as Row[];
  }

  /** Inserts rows of a table. */
  async insert<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    rows: QueryDeepPartialEntity<Row> | QueryDeepPartialEntity<Row>[],
  ): Promise<void> {
    countStatement();
    await this.manager.createQueryBuilder().insert().into(entity).values(rows).updateEntity(false).execute();
  }

  /** Updates the rows that match; returns how many did. Keys that are undefined stay as they are. */
  async update<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
    values: QueryDeepPartialEntity<Row>,
  ): Promise<number> {
    if (Object.values(values).every((value) => value === undefined)) return 0;
    countStatement();
    return (await this.manager.update(entity, where, values)).affected ?? 0;
  }

  /** Deletes the rows that match; returns how many did. Their history stays. */
  async delete<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<number> {
    countStatement();
    return (await this.manager.delete(entity, where)).affected ?? 0;
  }

  /** Says that the read model of this project has to be made anew before the commit. */
  touchProject(projectId: string): void {
    this.projects.add(projectId);
  }

  /** The projects whose read model is out of date. */
  get touchedProjects(): string[] {
    return [...this.projects];
  }
}

function isRowsAndCount(result: unknown): result is [unknown[], number] {
  return (
    Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number'
  );
}
