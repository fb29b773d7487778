import { DataSource } from 'typeorm';
import { StartError } from '../config/index.js';
import { Clock } from '../platform/index.js';
import { CatalogueMissing, loadGeneratedPortfolio, PortfolioNotEmpty } from '../portfolio-load/index.js';
import { PublicationService } from '../publication/index.js';
import { ReportRhythms } from '../status-reports/index.js';
import { StrategyLoader } from '../strategy/index.js';
import { withDataSource } from './prepare-schema.js';
import { withApp } from './with-app.js';

const FEWEST = 31;
const MOST = 1_000_000;
const USAGE = `Fills a database without projects with made-up ones and two years of their history, for measurements:
  npm run generate -- --projects 10000
Give it a database of its own (DATABASE_URL or DATA_DIR): nothing is removed again. ${FEWEST} to ${MOST} projects.
`;

const MS_PER_SECOND = 1000;

await withApp(async (app, { config, ownerUrl }) => {
  const projects = projectsOf(process.argv.slice(2));
  const dataSource = app.get(DataSource);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const begin = Date.now();
  const [row] = await dataSource.query<{ filled: boolean }[]>(
    'select exists (select from strategy) as filled',
  );
  if (row?.filled !== true) {
    say(`Loading the strategy from ${config.strategyFile}`);
    await app.get(StrategyLoader).loadFile(config.strategyFile);
  }
  await app.get(ReportRhythms).settle();
  const settings = { projects, clock: app.get(Clock), say };
  const toPublish = await withDataSource(ownerUrl, (owner) => loadGeneratedPortfolio(owner, settings)).catch(
    (error: unknown) => {
      const isKnown = error instanceof PortfolioNotEmpty || error instanceof CatalogueMissing;
      throw isKnown ? new StartError(error.message) : error;
    },
  );
  await app.get(PublicationService).publishLoaded(toPublish, 'generate');
  say(`Done in ${Math.round((Date.now() - begin) / MS_PER_SECOND)} s.`);
});

function projectsOf(args: readonly string[]): number {
  const [name, value = '', ...more] = args;
  const projects = Number(value);
  const isFine = /^\d{1,7}$/.test(value) && projects >= FEWEST && projects <= MOST;
  if (name !== '--projects' || !isFine || more.length > 0) throw new StartError(USAGE);
  return projects;
}
