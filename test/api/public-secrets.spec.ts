import fc from 'fast-check';
import { SampleAccounts } from '../../backend/src/accounts/index';
import { PUBLIC_SORT_KEYS } from '../../backend/src/publication/publication.enums';
import { type ApiClient, startApi, type TestApi } from '../support/api';
import type { TestProject } from '../support/projects';
import { usePublication } from '../support/publication';
import { aFullProject } from '../support/secrets/full-projects';
import { plant, SECRET_CENTS, type SecretColumn, secretColumns } from '../support/secrets/planting';
import { ask, questionsOf, type Said, type Values } from '../support/secrets/questions';
import { aReport } from '../support/status-reports';
import { aProject } from '../support/projects';

/** More with SECRETS_RUNS, other ones with SECRETS_SEED; a failure names the seed and the smallest example. */
const RUNS = Number(process.env.SECRETS_RUNS ?? 5);
const SEED = Number(process.env.SECRETS_SEED ?? 20220222);
/** The long run takes its time. */
const LONGEST_MS = 3_600_000;
const SETTINGS = { numRuns: RUNS, seed: SEED };

/** A word that German full text keeps as it is and that stands nowhere by chance. */
const MARK = 'geheimxq7zk';
const NONSENSE = 'unsinnxq7zk';

const holds = (said: Said, secret: string): boolean => said.text.toLowerCase().includes(secret);

describe('what is not public', () => {
  const test = usePublication();
  /** A second server on the same database, as in production: without the names of sample accounts on its sign-in page. */
  let reader: TestApi;
  let columns: SecretColumn[];
  let urls: string[];

  const askAll = async (): Promise<Said[]> => {
    const answers: Said[] = [];
    for (const url of urls) answers.push(await ask(reader.anonymous, url));
    return answers;
  };

  beforeAll(async () => {
    reader = await startApi(test.database.url, { SAMPLE_ACCOUNTS: 'off' });
    // It has just taken the sample accounts away.
    await test.api.app.get(SampleAccounts).settle();
    test.office = await test.api.as('portfolio-office');
    test.lead = await test.api.as('project-lead');
    const shown = await aFullProject(test.office, test.lead, { title: 'Gezeigt' });
    const moments = [await test.publish(shown)];
    const hidden = await aFullProject(test.office, test.lead, { title: 'Verborgen', other: shown });
    const withdrawn = await aFullProject(test.office, test.lead, { title: 'Zurückgezogen', other: hidden });
    moments.push(await test.publish(withdrawn), await test.withdraw(withdrawn));
    const finance = await test.api.as('finance');
    await aLine(finance, hidden);
    await aLine(finance, shown);
    await test.publish(shown);
    columns = await secretColumns(test.database);
    const { number } = await shown.read();
    const key = async (path: string): Promise<string> =>
      (await test.office.get<{ items: { key: string }[] }>(`/api/v1/${path}`)).body.items[0]?.key ?? '';
    const values: Values = {
      ref: [shown.id, number, hidden.id, withdrawn.id, await key('agendas'), await key('strategies')],
      q: [MARK, NONSENSE, 'gezeigt', 'verborgen', number],
      asOf: ['r1', '2026-01-01', ...moments],
      sort: PUBLIC_SORT_KEYS.flatMap((sort) => [sort, `-${sort}`]),
      page: ['2'],
      pageSize: ['1'],
      actionField: ['innovation', MARK],
      office: ['none', MARK],
      strategy: [await key('strategies')],
    };
    const all = questionsOf(values);
    const answers = await Promise.all(all.map((url) => ask(reader.anonymous, url)));
    urls = all.filter((_, index) => answers[index]?.status === 200);
  });
  afterAll(() => reader.stop());

  it('is asked for by every operation that answers without signing in', () => {
    const asked = new Set(
      urls.map((url) => url.replace(/\?.*$/, '').replace('/api/v1/', '').split('/', 2).join('/')),
    );
    for (const path of [
      'public/projects',
      'public/summary',
      'agendas',
      'strategies',
      'council-bodies',
      'session',
    ])
      expect([...asked].some((one) => one.startsWith(path))).toBe(true);
    expect(urls.some((url) => /\/public\/projects\/.*\/history/.test(url))).toBe(true);
    expect(urls.some((url) => url.includes('format=csv'))).toBe(true);
    expect(urls.length).toBeGreaterThan(100);
  });

  it('is what every column holds that is not known to be public, also one that is added tomorrow', async () => {
    const names = columns.map(({ table, column }) => `${table}.${column}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'project.title',
        'project.goal',
        'risk.title',
        'milestone.title',
        'status_report.done',
        'status_draft.content',
        'principle_score.reason',
        'need.amount_cents',
        'budget_line.note',
        'counter_funding.explanation',
        'project_tag.tag',
        'project_supported_goal.free_text',
        'agenda_entry.reason',
        'person.display_name',
        'change.reason',
      ]),
    );
    await test.database.query('alter table risk add column added_tomorrow text');
    const more = (await secretColumns(test.database)).map(({ table, column }) => `${table}.${column}`);
    await test.database.query('alter table risk drop column added_tomorrow');
    expect(more.filter((name) => !names.includes(name))).toEqual(['risk.added_tomorrow']);
  });

  it('leaves no trace in any answer, not even a different order, number or header', async () => {
    const before = await askAll();
    const planted = await plant(test.database, columns, MARK);
    const ofProjects = columns.map(({ table }) => table).filter((table) => PARTS.test(table));
    for (const table of ofProjects) expect([...planted]).toContain(table);
    const after = await askAll();
    // What was asked for stands in the link to the next page, whoever asks.
    const traces = after.filter(
      (said) => !said.url.includes(MARK) && (holds(said, MARK) || holds(said, String(SECRET_CENTS))),
    );
    expect(traces).toEqual([]);
    expect(after).toEqual(before);
  });

  it('is searched for in vain: the answer is that of nonsense', async () => {
    for (const url of urls.filter((one) => one.includes(`q=${MARK}`))) {
      const secret = await ask(reader.anonymous, url);
      const nonsense = await ask(reader.anonymous, url.replace(MARK, NONSENSE));
      const plain = ({ text }: Said): string => text.replaceAll(MARK, '').replaceAll(NONSENSE, '');
      expect(plain(secret)).toBe(plain(nonsense));
    }
  });

  it(
    `makes no difference wherever it is planted (${RUNS} runs, seed ${SEED})`,
    async () => {
      const before = await askAll();
      await fc.assert(
        fc.asyncProperty(
          fc.subarray(columns, { minLength: 1 }),
          fc.stringMatching(/^[a-z]{8}$/),
          async (chosen, word) => {
            await plant(test.database, chosen, `${MARK}${word}`);
            for (const said of before) expect(await ask(reader.anonymous, said.url)).toEqual(said);
          },
        ),
        SETTINGS,
      );
    },
    LONGEST_MS,
  );

  it('is found by this very test when a field leaks', async () => {
    const before = await askAll();
    await plant(test.database, [{ table: 'published_project', column: 'summary', type: 'text' }], MARK);
    const after = await askAll();
    expect(after).not.toEqual(before);
    expect(after.filter((said) => !said.url.includes(MARK) && holds(said, MARK)).length).toBeGreaterThan(5);
  });
});

/** Tables that the full projects fill: those of a project, and who worked on it. */
const PARTS =
  /^(project|project_(?!number).*|risk|milestone|need|budget_line|counter_funding|status_.*|principle_score|agenda_entry|person|change)$/;

async function aLine(finance: ApiClient, project: TestProject): Promise<void> {
  const { body } = await finance.get<{ items: { id: string; yearFrom: number }[] }>('/api/v1/budgets');
  const [budget] = body.items;
  const line = {
    budgetId: budget?.id,
    year: budget?.yearFrom,
    kind: 'capital',
    appropriationCents: 100,
    note: 'Notiz',
  };
  const answer = await project.send('POST', '/budget-lines', line, finance);
  if (answer.status !== 201) throw new Error(`The line was answered by ${answer.status}.`);
}

/** What can happen to a project between two readers. */
const STEPS = ['edit', 'publish', 'withdraw', 'report'] as const;
const PROJECTS = 3;

describe('whatever is edited, published, withdrawn and reported', () => {
  const test = usePublication();

  it(
    `shows the public what stood there at the last publication, and nothing before it (${RUNS} runs, seed ${SEED})`,
    async () => {
      let words = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat({ max: PROJECTS - 1 })), {
            minLength: 6,
            maxLength: 18,
            size: 'max',
          }),
          async (steps) => {
            const stories = await Promise.all(
              Array.from({ length: PROJECTS }, async () => ({
                project: await aProject(test.lead, { title: 'wortnull', goal: MARK }),
                title: 'wortnull',
                shown: [] as string[],
              })),
            );
            const moments: string[] = [];
            for (const [step, index] of steps) {
              const story = stories[index];
              if (story === undefined) continue;
              if (step === 'edit') {
                words += 1;
                story.title = `wort${words}x`;
                const edited = await story.project.send('PATCH', '', { title: story.title });
                expect(edited.status).toBe(200);
              } else if (step === 'report') {
                const reported = await story.project.send('POST', '/status-reports', aReport({ done: MARK }));
                expect(reported.status).toBe(201);
              } else if (step === 'publish') {
                moments.push(await test.publish(story.project));
                story.shown.push(story.title);
              } else {
                moments.push(await test.withdraw(story.project));
                story.shown = [];
              }
            }
            await expectOnlyShown(stories, moments);
          },
        ),
        SETTINGS,
      );
    },
    LONGEST_MS,
  );

  /** Live the last published title, in the past one of those since the project is public, and never another one. */
  async function expectOnlyShown(
    stories: { project: TestProject; shown: string[] }[],
    moments: readonly string[],
  ): Promise<void> {
    for (const { project, shown } of stories) {
      const { status, body } = await test.seen('', project.id);
      expect({ status, title: body.title }).toEqual(
        shown.length === 0
          ? { status: 404, title: 'project not found' }
          : { status: 200, title: shown.at(-1) },
      );
    }
    const queries = [
      '?pageSize=200',
      '?format=csv',
      '?q=wort',
      ...moments.map((moment) => `?pageSize=200&asOf=${moment}`),
    ];
    const allowed = new Set((await test.listed('?pageSize=200')).items.map(({ title }) => title));
    for (const { shown } of stories) for (const title of shown) allowed.add(title);
    for (const query of queries) {
      const { text } = await ask(test.api.anonymous, `/api/v1/public/projects${query}`);
      expect(text).not.toContain(MARK);
      for (const word of text.match(/wort(\d+x|null)/g) ?? []) expect([...allowed]).toContain(word);
    }
  }
});
