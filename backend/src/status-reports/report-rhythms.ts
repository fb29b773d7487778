import { Injectable } from '@nestjs/common';
import { type Actor, ChangedMeanwhile, newId, Transactions, type Tx } from '../platform/index.js';
import type { PutReportRhythmsAnswer, ReportRhythmDto } from './dto/report-rhythm.dto.js';
import { RHYTHMS_VERSION } from './report-rhythms.sql.js';
import { ReportRhythm } from './report-rhythm.entity.js';
import { DEFAULT_RHYTHM_DAYS } from './status-report.enums.js';

/** The rhythm in which the projects of a phase report: a setting, so it stands in the database. */
@Injectable()
export class ReportRhythms {
  constructor(private readonly transactions: Transactions) {}

  /** Sets the usual rhythm for each phase that never had one; what was set or taken away stays so. Runs at start. */
  async settle(): Promise<void> {
    await this.transactions.run({ command: 'report-rhythm.settle', source: 'start' }, async (tx) => {
      // Two servers that start at once would both find it missing.
      await tx.query('lock table report_rhythm in share row exclusive mode');
      const known = await tx.query<{ phase: string }>(
        'select phase from report_rhythm union select phase from history.report_rhythm',
      );
      const missing = Object.entries(DEFAULT_RHYTHM_DAYS).filter(([phase]) =>
        known.every((row) => row.phase !== phase),
      );
      if (missing.length === 0) return;
      await tx.insert(
        ReportRhythm,
        missing.map(([phase, days]) => ({ id: newId(), phase, days })),
      );
    });
  }

  /**
   * Sets the rhythms of all phases; a phase that is not named has none from now on.
   * @throws ChangedMeanwhile (412)
   */
  async put(
    { version, actor }: { version: number; actor: Actor },
    rhythms: readonly ReportRhythmDto[],
  ): Promise<PutReportRhythmsAnswer> {
    const { value, moment } = await this.transactions.run(
      { command: 'report-rhythm.edit', actor },
      async (tx) => {
        await tx.query('lock table report_rhythm in share row exclusive mode');
        const last = await lastChange(tx);
        if (last.version !== version) throw new ChangedMeanwhile(last);
        const phases = rhythms.map(({ phase }) => phase);
        await tx.query('delete from report_rhythm where phase <> all ($1)', [phases]);
        for (const { phase, days } of rhythms) {
          await tx.query(
            `insert into report_rhythm (id, phase, days) values ($1, $2, $3)
           on conflict (phase) do update set days = excluded.days`,
            [newId(), phase, days],
          );
        }
        // The revision is drawn here, so that the answer can name it as the version.
        await tx.query('set constraints all immediate');
        return (await lastChange(tx)).version;
      },
    );
    return { version: value, moment };
  }
}

interface LastChange {
  version: number;
  changedBy?: string | null;
  changedAt?: string | null;
  command?: string | null;
}

async function lastChange(tx: Tx): Promise<LastChange> {
  const [last] = await tx.query<LastChange>(
    `select last.version, person.display_name as "changedBy", change.at as "changedAt", change.command
       from (select ${RHYTHMS_VERSION} as version) last
       left join change on change.rev = last.version
       left join person on person.id = change.actor_id`,
  );
  return last ?? { version: 0 };
}
