import type { DataSource } from 'typeorm';
import { addDays, type Clock } from '../platform/index.js';
import { FIRST_DAY, generatePortfolio, STORY_COUNT, STORY_OFFICE_KEYS } from '../sample/index.js';
import { type BulkLoad, bulkLoad } from './bulk-load.js';
import { revisionPerDay, revisionPerEvent } from './revisions.js';
import { sampleCatalogue } from './sample-catalogue.js';

/** The same seed makes the same portfolio. */
const SEED = 2022;

/** With what a portfolio is loaded. */
export interface LoadSettings {
  clock: Pick<Clock, 'today'>;
  /** Takes a line that says how far the load has come. */
  say: (line: string) => void;
}

/**
 * Fills an empty portfolio with the thirty lead projects of the Digital Agenda 2022 and what is made up around them; every
 * event is a revision of its own, with who did it. Returns the ids of those that are to be published.
 *
 * @throws PortfolioNotEmpty, CatalogueMissing
 */
export async function loadSamplePortfolio(
  dataSource: DataSource,
  { clock, say }: LoadSettings,
): Promise<string[]> {
  const toPublish: string[] = [];
  await bulkLoad(
    dataSource,
    (client) => sampleCatalogue(client, STORY_OFFICE_KEYS),
    (catalogue): BulkLoad => {
      const options = { projects: STORY_COUNT, today: clock.today(), seed: SEED, catalogue };
      const projects = [...eventsOf(generatePortfolio(options), toPublish)];
      return {
        projects,
        revisions: revisionPerEvent(projects.flat()),
        source: 'sample',
        progress: (written) => say(`Sample portfolio: ${written} projects`),
      };
    },
  );
  return toPublish;
}

/**
 * Fills an empty portfolio with many made-up projects and two years of their history, for measurements; all events of a
 * day are one revision. Returns the ids of those that are to be published.
 *
 * @throws PortfolioNotEmpty, CatalogueMissing
 */
export async function loadGeneratedPortfolio(
  dataSource: DataSource,
  { projects, clock, say }: LoadSettings & { projects: number },
): Promise<string[]> {
  const toPublish: string[] = [];
  const today = clock.today();
  await bulkLoad(
    dataSource,
    (client) => sampleCatalogue(client, 'all'),
    (catalogue): BulkLoad => ({
      projects: eventsOf(generatePortfolio({ projects, today, seed: SEED, catalogue }), toPublish),
      revisions: revisionPerDay(addDays(today, FIRST_DAY), 'generate'),
      source: 'generate',
      progress: (written) => say(`${written} of ${projects} projects written`),
    }),
  );
  return toPublish;
}

function* eventsOf(projects: ReturnType<typeof generatePortfolio>, toPublish: string[]) {
  for (const { events, isPublic, projectId } of projects) {
    if (isPublic) toPublish.push(projectId);
    yield events;
  }
}
