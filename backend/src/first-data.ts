import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actorOf, permissionsOf, RIGHTS_COLUMNS, type RightsRow } from './accounts/index.js';
import { SamplePlanVersions } from './budget/index.js';
import { withDataSource } from './commands/prepare-schema.js';
import { type Config, CONFIG } from './config/index.js';
import { SampleLedgerImport } from './ledger/index.js';
import { SamplePaper } from './papers/index.js';
import { Clock } from './platform/index.js';
import { loadSamplePortfolio } from './portfolio-load/index.js';
import { PublicationService } from './publication/index.js';
import { SampleSessions } from './reviews/index.js';
import { SampleScenarios } from './scenarios/index.js';
import { ReportRhythms } from './status-reports/index.js';
import { StrategyLoader } from './strategy/index.js';

/** Loads the strategy into an empty database, and the sample portfolio where the configuration asks for it. */
export async function loadFirstData(
  app: INestApplicationContext,
  { ownerUrl, say }: { ownerUrl: string; say: (line: string) => void },
): Promise<void> {
  const dataSource = app.get(DataSource);
  const config = app.get<Config>(CONFIG);
  if (await isEmpty(dataSource, 'strategy')) {
    say(`Loading the strategy from ${config.strategyFile}`);
    await app.get(StrategyLoader).loadFile(config.strategyFile);
  }
  await app.get(ReportRhythms).settle();
  if (config.samplePortfolio && (await isEmpty(dataSource, 'project'))) {
    const clock = app.get(Clock);
    const toPublish = await withDataSource(ownerUrl, (owner) => loadSamplePortfolio(owner, { clock, say }));
    await app.get(SamplePaper).load();
    await app.get(SampleSessions).load();
    await loadSampleMoney(app, dataSource);
    await app.get(PublicationService).publishLoaded(toPublish, 'sample');
  }
}

/** What finance does across all projects, done by the finance person of the sample. */
async function loadSampleMoney(app: INestApplicationContext, dataSource: DataSource): Promise<void> {
  await app.get(SamplePlanVersions).load();
  const [finance] = await dataSource.query<RightsRow[]>(
    `select ${RIGHTS_COLUMNS} from person p where p.is_sample and p.roles[1] = 'finance' order by p.id limit 1`,
  );
  if (finance === undefined) return;
  const actor = actorOf(finance, permissionsOf(finance.roles));
  await app.get(SampleLedgerImport).load(actor);
  await app.get(SampleScenarios).load(actor);
}

async function isEmpty(dataSource: DataSource, table: 'strategy' | 'project'): Promise<boolean> {
  const [row] = await dataSource.query<{ filled: boolean }[]>(
    `select exists (select from ${table}) as filled`,
  );
  return row?.filled === false;
}
