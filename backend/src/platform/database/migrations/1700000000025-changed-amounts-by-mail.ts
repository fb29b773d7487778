import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a person gets a mail that says which amounts changed. */
export class ChangedAmountsByMail1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notice_preference
        add column finance_digest text not null default 'never',
        add constraint ck_notice_preference_finance_digest check (finance_digest in ('never', 'weekly', 'monthly'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notice_preference drop column finance_digest');
  }
}
