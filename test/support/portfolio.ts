import { DataSource } from 'typeorm';
import { Clock, dataSourceOptions } from '../../backend/src/platform/index';
import { loadSamplePortfolio } from '../../backend/src/portfolio-load/index';
import { startApi, type TestApi } from './api';
import { freshDatabase, type TestDatabase } from './database';

/** What tests look at in a project of the list; the rest is there as well. */
export interface ListedProject {
  id: string;
  number: string;
  title: string;
  phase: string;
  office: { id: string; shortName: string } | null;
  actionField: { key: string };
  light: string | null;
  lightAgeDays: number | null;
  overdue: boolean;
  reportedOn: string | null;
  progressPercent: number | null;
  selfScore: number | null;
  coverage: { settled: number; of: number };
  conflicts: number;
  voiceDifferences: number;
  declaredBudgetState: string | null;
  derivedBudgetState: string;
  co2: { effect: string } | null;
  iqRelevant: boolean | null;
  need: Money;
  gap: Money;
  expectedEnd: string | null;
  agendas: string[];
  tags: string[];
  findings: string[];
  helpWanted: boolean;
  leadProject: boolean;
}

export interface Money {
  operatingCents: number;
  capitalCents: number;
}

export interface ListedGroup {
  key: string;
  title: { de: string } | null;
  count: number;
  need: Money;
  gap: Money;
  meanSelfScore: number | null;
  scoredProjects: number;
  conflicts: number;
}

export interface ProjectPage {
  items: ListedProject[];
  groups: ListedGroup[] | null;
  total: number;
  page: number;
  pageSize: number;
  moment: string;
}

/** The whole server on a database of its own with the thirty projects of the sample. */
export async function startSamplePortfolio(): Promise<{ api: TestApi; database: TestDatabase }> {
  const database = await freshDatabase('strategy');
  const dataSource = new DataSource(dataSourceOptions({ url: database.ownerUrl, poolSize: 1 }));
  await dataSource.initialize();
  await dataSource.query('delete from account');
  await dataSource.query('delete from person where is_sample');
  await loadSamplePortfolio(dataSource, { clock: new Clock(), say: () => undefined });
  await dataSource.destroy();
  return { api: await startApi(database.url), database };
}
