import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A sum of whole cents that stays a bigint. `sum` of a bigint answers a numeric, which costs more than all the rest when
 * tens of thousands of cells are summed; a sum too large for a bigint is an error here, never a wrong amount.
 */
export class SumsOfCents1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create aggregate public.sum_cents(bigint) (
        sfunc = int8pl, stype = bigint, combinefunc = int8pl, parallel = safe
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop aggregate public.sum_cents(bigint)');
  }
}
