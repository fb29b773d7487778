import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a risk is avoided, reduced, passed on, or accepted: unknown for those that are there already. And the days of
 * the last lights in the read model: what stands is filled in here, as one change; what was read before had none.
 */
export class RisksAndLightsInTime1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const response = 'add column response_kind text';
    await runner.query(`select history.alter_table('risk', $1, $2)`, [
      `${response} constraint ck_risk_response_kind check (response_kind in ('avoid', 'reduce', 'transfer', 'accept'))`,
      response,
    ]);
    await runner.query(`select history.alter_table('project_overview', $1)`, [
      `add column light_history_on date[] not null default '{}'`,
    ]);
    await runner.query(FILL_IN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select history.alter_table('project_overview', 'drop column light_history_on'),
                               history.alter_table('risk', 'drop column response_kind')`);
  }
}

/** A later migration may alter the table in the same transaction, hence its triggers are not to wait. */
const FILL_IN = `
  update project_overview o set light_history_on = array(
    select last.reported_on from (
      select r.reported_on, r.published_at, r.id from status_report r
       where r.project_id = o.id
         and not exists (select from status_report c where c.project_id = o.id and c.corrects_id = r.id)
       order by r.published_at desc, r.id desc limit 6) last
     order by last.published_at, last.id)
   where o.report_count > 0;
  set constraints all immediate;
  set constraints all deferred;
`;
