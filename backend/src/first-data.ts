import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { withDataSource } from './commands/prepare-schema.js';
import { type Config, CONFIG } from './config/index.js';
import { SamplePaper } from './papers/index.js';
import { Clock } from './platform/index.js';
import { loadSamplePortfolio } from './portfolio-load/index.js';
import { PublicationService } from './publication/index.js';
import { SampleSessions } from './reviews/index.js';
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
    await app.get(PublicationService).publishLoaded(toPublish, 'sample');
  }
}

async function isEmpty(dataSource: DataSource, table: 'strategy' | 'project'): Promise<boolean> {
  const [row] = await dataSource.query<{ filled: boolean }[]>(
    `select exists (select from ${table}) as filled`,
  );
  return row?.filled === false;
}
