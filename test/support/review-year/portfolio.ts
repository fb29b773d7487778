import type { ApiAnswer, ApiClient } from '../api';
import type { Random } from '../fuzz/random';
import { type Commanded, GATE_CONTENT, ifMatch, PRINCIPLES } from '../projects';

const LIGHTS = ['green', 'green', 'green', 'amber', 'red'];
const FIELDS = ['innovation', 'citizen-service', 'infrastructure'];
const TEXTS = [
  'Müller-Lüdenscheidt & Söhne haben geliefert.',
  'Die Abnahme steht aus; „Teil 2“ folgt.\nZweite Zeile.',
  'Ausschreibung läuft 🏛️, Zuschlag in KW 23',
  '',
];

/** Who acts in a generated year, and by which choices. */
export interface Cast {
  random: Random;
  office: ApiClient;
  secretary: ApiClient;
  finance: ApiClient;
  admin: ApiClient;
  /** An adopted budget and its first year. */
  budget: { id: string; yearFrom: number };
}

/** Says what was answered when it was no success: what a generated year does is all allowed. */
export async function allowed<Body>(answer: Promise<ApiAnswer<Body>>): Promise<Body> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`Refused by ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A project of the year; only the year changes it, so nobody has to read its version before a change. */
export interface YearProject {
  readonly id: string;
  readonly url: string;
  phase: string;
  send(method: 'POST' | 'PUT' | 'PATCH', path: string, body: object, by?: ApiClient): Promise<Commanded>;
}

async function aYearProject(office: ApiClient, content: object): Promise<YearProject> {
  const made = await allowed(office.send<Commanded>('POST', '/api/v1/projects', content));
  let { version } = made;
  const url = `/api/v1/projects/${made.id}`;
  return {
    id: made.id,
    url,
    phase: 'idea',
    send: async (method, path, body, by = office) => {
      const answer = await allowed(by.send<Commanded>(method, `${url}${path}`, body, ifMatch(version)));
      ({ version } = answer);
      return answer;
    },
  };
}

/** A project that was assessed, budgeted in part and approved, with a milestone. */
export async function anApprovedProject(cast: Cast, index: number): Promise<YearProject> {
  const { random, office, secretary, budget } = cast;
  const project = await aYearProject(office, {
    ...GATE_CONTENT,
    title: `Vorhaben ${index} für Bürgerinnen und Bürger`,
    primaryActionField: random.pick(FIELDS),
    expectedEnd: dayOf(random, '2031'),
  });
  const scores = PRINCIPLES.map((principle) => ({ principle, ...aScore(random) }));
  await project.send('PUT', '/assessments/self', { scores });
  if (random.percent(50)) {
    const principle = random.pick(PRINCIPLES);
    const review = { scores: [{ principle, score: random.below(5), reason: 'Aus Sicht der Kommission' }] };
    await project.send('PUT', '/assessments/review', review, secretary);
  }
  const kind = random.pick(['operating', 'capital']);
  const amountCents = random.below(5_000_000_00);
  const year = budget.yearFrom;
  await project.send('POST', '/needs', { year, kind, amountCents });
  await addLine(cast, project, { kind, appropriationCents: random.below(amountCents + 1) });
  await project.send('POST', '/milestones', { title: 'Inbetriebnahme', expectedOn: dayOf(random, '2030') });
  for (const to of ['proposal', 'approved', ...(random.percent(80) ? ['in-progress'] : [])])
    await toPhase(project, to);
  return project;
}

/** One report of a round: unchanged, a correction, or lights and texts made up. */
export async function report(cast: Cast, project: YearProject, last: string | undefined): Promise<string> {
  const { random } = cast;
  const isAgain = last !== undefined && random.percent(25);
  const content = isAgain
    ? { unchanged: true }
    : {
        lights: Object.fromEntries(
          ['schedule', 'cost', 'scope', 'resources'].map((light) => [light, random.pick(LIGHTS)]),
        ),
        progressPercent: random.below(101),
        done: random.pick(TEXTS),
        next: random.pick(TEXTS),
        blockers: random.pick(TEXTS),
        worseReason: 'Die Vergabe verzögert sich.',
        wayBack: 'Neue Vergabe bis Monatsende.',
        helpWanted: random.percent(10) ? 'Bitte um Entscheidung zum Betrieb' : null,
        ...(last !== undefined && random.percent(5) && { correctsId: last }),
        ...(random.percent(20) && { expectedEnd: dayOf(random, '2031') }),
      };
  return (await project.send('POST', '/status-reports', content)).id;
}

/** Something else that happens to a project: a date, money, a score, its title, its phase. */
export async function somethingElse(cast: Cast, project: YearProject): Promise<void> {
  const { random, secretary } = cast;
  const kind = random.pick(['operating', 'capital']);
  const happenings = [
    () => project.send('PATCH', '', { title: `Umbenannt ${random.below(1_000)} – Ämterübergreifend` }),
    () => addLine(cast, project, { kind, appropriationCents: random.below(100_000_00) }),
    () =>
      project.send('POST', '/needs', {
        year: cast.budget.yearFrom,
        kind,
        amountCents: random.below(300_000_00),
      }),
    () => project.send('PUT', `/assessments/self/scores/${random.pick(PRINCIPLES)}`, aScore(random)),
    () =>
      project.send('PUT', `/assessments/review/scores/${random.pick(PRINCIPLES)}`, aScore(random), secretary),
    () => moveMilestone(cast, project),
    () => project.send('POST', '/date-approvals', { reason: 'Vom Lenkungskreis genehmigt' }),
    () => toAnotherPhase(cast, project),
  ];
  await random.pick(happenings)();
}

/** A day of the year, so that every one has it. */
export function dayOf(random: Random, year: string): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

function aScore(random: Random): object {
  return random.percent(10)
    ? { notApplicable: true, reason: 'Trifft hier nicht zu' }
    : { score: random.below(5), reason: random.pick(TEXTS) || 'Begründet' };
}

async function addLine(cast: Cast, project: YearProject, line: object): Promise<Commanded> {
  const { id: budgetId, yearFrom: year } = cast.budget;
  return project.send('POST', '/budget-lines', { budgetId, year, ...line }, cast.finance);
}

async function moveMilestone({ random, office }: Cast, project: YearProject): Promise<void> {
  const { items } = await allowed(office.get<{ items: { id: string }[] }>(`${project.url}/milestones`));
  for (const { id } of items.slice(0, 1)) {
    const change = { expectedOn: dayOf(random, '2030'), moveReason: 'Lieferung' };
    await project.send('PATCH', `/milestones/${id}`, change);
  }
}

async function toAnotherPhase({ random }: Cast, project: YearProject): Promise<void> {
  const next: Record<string, string[]> = {
    approved: ['in-progress'],
    'in-progress': ['rollout', 'paused', 'cancelled'],
    rollout: ['completed'],
    paused: ['in-progress'],
  };
  const ways = next[project.phase];
  if (ways !== undefined) await toPhase(project, random.pick(ways));
}

async function toPhase(project: YearProject, to: string): Promise<void> {
  await project.send('POST', '/phase-changes', { to, reason: 'Neue Lage' });
  project.phase = to;
}
