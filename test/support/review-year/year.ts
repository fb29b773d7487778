import type { TestApi } from '../api';
import type { Random } from '../fuzz/random';
import { ifMatch } from '../projects';
import { aPaper, changePaper } from './papers';
import { allowed, anApprovedProject, type Cast, report, somethingElse, type YearProject } from './portfolio';
import {
  type ConditionCounts,
  conditionCounts,
  followConditions,
  type HeldSession,
  holdSession,
} from './sessions';

const PROJECTS = 40;
const ROUNDS = 12;

/** An answer of the API, and the moment that it named. */
export interface NamedRead {
  url: string;
  moment: string;
  body: unknown;
}

/** What a generated year has left behind. */
export interface PlayedYear {
  sessions: HeldSession[];
  /** What the portfolio, its conditions, papers and cover sheets were when each session began. */
  reads: NamedRead[];
  reports: number;
  conditions: ConditionCounts;
}

/** Plays a year of the commission's loop: 40 projects, twelve rounds of reports, a session after every second one. */
export async function playYear(api: TestApi, random: Random): Promise<PlayedYear> {
  const day = (month: number, on: number): string => `2030-${two(month)}-${two(on)}`;
  api.setClock(`${day(1, 2)}T09:00:00Z`);
  const cast = await castOf(api, random);
  const projects: YearProject[] = [];
  for (let index = 1; index <= PROJECTS; index += 1) projects.push(await anApprovedProject(cast, index));
  const papers: string[] = [];
  for (const project of projects.slice(0, 5)) papers.push(await aPaper(cast, project.id));

  const year: PlayedYear = { sessions: [], reads: [], reports: 0, conditions: {} };
  const last = new Map<YearProject, string>();
  for (let month = 1; month <= ROUNDS; month += 1) {
    api.setClock(`${day(month, 5)}T09:00:00Z`);
    for (const project of projects) {
      if (random.percent(10)) continue;
      last.set(project, await report(cast, project, last.get(project)));
      year.reports += 1;
      if (random.percent(25)) await somethingElse(cast, project);
    }
    api.setClock(`${day(month, 12)}T09:00:00Z`);
    await followConditions(cast);
    for (const paper of papers) await changePaper(cast, paper, day(month, 12));
    await changeRules(cast, month);
    if (month % 2 === 1) continue;
    const startsAt = `${day(month, 20)}T12:00:00Z`;
    api.setClock(startsAt);
    year.reads.push(...(await readAll(cast, papers)));
    year.sessions.push(await holdSession(cast, startsAt));
  }
  api.setClock('2031-02-01T09:00:00Z');
  for (const project of projects) await somethingElse(cast, project);
  return { ...year, conditions: await conditionCounts(cast) };
}

async function castOf(api: TestApi, random: Random): Promise<Cast> {
  const office = await api.as('portfolio-office');
  const { items } = await allowed(
    office.get<{ items: (Cast['budget'] & { stage: string })[] }>('/api/v1/budgets'),
  );
  const budget = items.find(({ stage }) => stage === 'adopted');
  if (budget === undefined) throw new Error('The strategy has no adopted budget.');
  const [secretary, finance, admin] = [
    await api.as('commission'),
    await api.as('finance'),
    await api.as('admin'),
  ];
  return { random, office, secretary, finance, admin, budget };
}

/** Halfway an office is renamed, and reports are asked for more often: what was true before stays. */
async function changeRules({ office, admin }: Cast, month: number): Promise<void> {
  if (month !== 7) return;
  const units = await allowed(
    office.get<{ items: { id: string; key: string; version: number }[] }>('/api/v1/org-units?pageSize=200'),
  );
  const it = units.items.find(({ key }) => key === 'it');
  if (it === undefined) throw new Error('There is no office of the key it.');
  const renamed = { shortName: 'DIG', name: 'Amt für Digitales' };
  await allowed(admin.send('PATCH', `/api/v1/org-units/${it.id}`, renamed, ifMatch(it.version)));
  const url = '/api/v1/settings/report-rhythms';
  const { version } = await allowed(office.get<{ version: number }>(url));
  const rhythms = [
    { phase: 'in-progress', days: 14 },
    { phase: 'approved', days: 45 },
  ];
  await allowed(admin.send('PUT', url, { rhythms }, ifMatch(version)));
}

async function readAll({ secretary }: Cast, papers: string[]): Promise<NamedRead[]> {
  const urls = [
    '/api/v1/projects?pageSize=200',
    '/api/v1/portfolio/summary',
    '/api/v1/conditions?pageSize=200',
    '/api/v1/papers?pageSize=200',
    ...papers.map((url) => `${url}/cover-sheet`),
  ];
  const reads: NamedRead[] = [];
  for (const url of urls) {
    const body = await allowed(secretary.get<{ moment: string }>(url));
    reads.push({ url, moment: body.moment, body });
  }
  return reads;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
