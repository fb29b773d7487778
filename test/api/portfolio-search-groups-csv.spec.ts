import { parse } from 'csv-parse/sync';
import type { ApiClient, TestApi } from '../support/api';
import type { TestDatabase } from '../support/database';
import { type ListedProject, type ProjectPage, startSamplePortfolio } from '../support/portfolio';
import { aProject } from '../support/projects';

describe('lists of projects', () => {
  let api: TestApi;
  let database: TestDatabase;
  let person: ApiClient;

  const list = async (query: string): Promise<ProjectPage> => {
    const { status, body } = await person.get<ProjectPage>(`/api/v1/projects?pageSize=200&${query}`);
    expect({ query, status }).toEqual({ query, status: 200 });
    return body;
  };
  const found = async (q: string, asOf = ''): Promise<string[]> =>
    (await list(`q=${encodeURIComponent(q)}${asOf}`)).items.map(({ title }) => title);

  beforeAll(async () => {
    ({ api, database } = await startSamplePortfolio());
    person = await api.as('portfolio-office');
    await aProject(person, {
      title: 'Bürgerservice von zu Hause',
      summary: 'Anträge stellen, ohne das Rathaus zu betreten',
      goal: 'Wege sparen',
    });
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  describe('found by words', () => {
    const title = 'Bürgerservice von zu Hause';

    it.each(['Buerger', 'Burger', 'Bürger', 'bürgerserv', 'BÜRGERSERVICE', 'hause bürger'])(
      'finds umlauts, prefixes and any case: %s',
      async (q) => {
        expect(await found(q)).toContain(title);
      },
    );

    it.each(['Antrag', 'Rathäuser', 'Weg sparen'])(
      'finds stems in title, summary and goal: %s',
      async (q) => {
        expect(await found(q)).toContain(title);
      },
    );

    it.each(['Bürgerservise', 'Bürgrservice', 'Burgerservce'])(
      'forgives a typing error in the title: %s',
      async (q) => {
        expect(await found(q)).toContain(title);
      },
    );

    it('finds projects by the name of their action field and of their office', async () => {
      expect(await found('Fachanwendungen')).toContain('Neuorganisation der Fachadministration');
      expect(await found('Gartenbauamt')).toContain('Smarter Friedrichsplatz');
    });

    it('forgives a wrong letter within a long word', async () => {
      expect(await found('Glasfahser')).toContain('Glasfaserausbau städtisches Datennetz');
    });

    it('finds a part of a number', async () => {
      const { items } = await list('q=2022-014');
      expect(items.map(({ number }) => number)).toContain('DA-2022-014');
      expect((await list('q=da-2022-01')).total).toBe(10);
    });

    it('finds nothing for words that nobody wrote', async () => {
      expect(await found('Xylophonorchester')).toEqual([]);
    });

    it('finds words of the past as of then, and not those that came later', async () => {
      const { body } = await person.get<ProjectPage>('/api/v1/projects?pageSize=1');
      await aProject(person, { title: 'Quellenverzeichnis der Stadtgeschichte' });
      expect(await found('Quellenverzeichnis')).toHaveLength(1);
      expect(await found('Quellenverzeichnis', `&asOf=${body.moment}`)).toEqual([]);
      expect(await found('Bürger', `&asOf=${body.moment}`)).toContain(title);
    });
  });

  describe('put into groups', () => {
    it.each([
      'phase',
      'actionField',
      'office',
      'light',
      'declaredBudgetState',
      'derivedBudgetState',
      'co2',
      'agenda',
    ])('by %s, adds up to the whole list', async (groupBy) => {
      const { items, groups, total } = await list(`groupBy=${groupBy}`);
      const sum = (value: (project: ListedProject) => number): number =>
        items.reduce((all, project) => all + value(project), 0);
      expect(groups?.reduce((all, { count }) => all + count, 0)).toBe(total);
      expect(groups?.reduce((all, { need }) => all + need.capitalCents, 0)).toBe(
        sum(({ need }) => need.capitalCents),
      );
      expect(groups?.reduce((all, { gap }) => all + gap.operatingCents, 0)).toBe(
        sum(({ gap }) => gap.operatingCents),
      );
      expect(groups?.reduce((all, { scoredProjects }) => all + scoredProjects, 0)).toBe(
        items.filter(({ selfScore }) => selfScore !== null).length,
      );
    });

    it('comes in the order of the groups, each in the order that was asked for', async () => {
      const { items, groups } = await list('groupBy=phase&sort=-title');
      const phases = [...new Set(items.map(({ phase }) => phase))];
      expect(phases).toEqual(groups?.map(({ key }) => key));
      expect(phases).toEqual(
        ['idea', 'proposal', 'approved', 'in-progress', 'rollout', 'completed', 'paused', 'cancelled'].filter(
          (phase) => phases.includes(phase),
        ),
      );
    });

    it('has the group of a key behind it as a list', async () => {
      const { groups } = await list('groupBy=office&phase=in-progress');
      for (const { key, count } of groups ?? []) {
        expect((await list(`phase=in-progress&office=${key}`)).total).toBe(count);
      }
    });

    it('has none when it is not asked for', async () => {
      expect((await list('')).groups).toBeNull();
      expect((await list('groupBy=none')).groups).toBeNull();
    });
  });

  describe('as a CSV file', () => {
    const file = async (query: string): Promise<{ text: string; headers: Record<string, unknown> }> => {
      const { status, body, headers } = await person.get<string>(`/api/v1/projects?format=csv&${query}`);
      expect(status).toBe(200);
      return { text: body, headers };
    };
    const rowsOf = (text: string): Record<string, string>[] =>
      parse(text, { bom: true, delimiter: ';', columns: true, relax_column_count: false });

    it('has a byte order mark, semicolons and the same rows as the list, whatever the page', async () => {
      const { text, headers } = await file('sort=-title&pageSize=5&phase=in-progress&phase=rollout');
      expect(text.startsWith('\uFEFFNummer;Titel;')).toBe(true);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toMatch(/^attachment; filename="projekte-.*\.csv"$/);
      const { items } = await list('sort=-title&phase=in-progress&phase=rollout');
      expect(rowsOf(text).map((row) => row['Nummer'])).toEqual(items.map(({ number }) => number));
    });

    it('writes numbers with a decimal comma', async () => {
      const { items } = await list('');
      const rows = rowsOf((await file('')).text);
      for (const [index, { selfScore, need, gap }] of items.entries()) {
        const row = rows[index] ?? {};
        expect(row['Selbsteinschätzung (0–100)']).toBe(
          selfScore === null ? '' : String(selfScore).replace('.', ','),
        );
        expect(Number(row['Bedarf Finanzhaushalt (€)']?.replace(',', '.'))).toBe(need.capitalCents / 100);
        expect(Number(row['Deckungslücke Ergebnishaushalt (€)']?.replace(',', '.'))).toBe(
          gap.operatingCents / 100,
        );
      }
    });

    it('writes nothing that a spreadsheet would run', async () => {
      const titles = ['=1+1', '+49 721', '-lich', '@SUM(A1)', 'a;b', 'sagt "ja"'];
      for (const title of titles) await aProject(person, { title });
      const written = rowsOf((await file('sort=-number')).text).map((row) => row['Titel'] ?? '');
      for (const title of titles) expect(written).toContain(/^[=+\-@]/.test(title) ? `'${title}` : title);
      expect(written.filter((title) => /^[=+\-@\t]/.test(title))).toEqual([]);
    });

    it('shows a past moment as it was', async () => {
      const { text } = await file('asOf=2025-11-23&sort=title');
      const { items } = await list('asOf=2025-11-23&sort=title');
      expect(rowsOf(text).map((row) => row['Titel'])).toEqual(items.map(({ title }) => title));
    });

    it('can be written many times at once without holding up the list', async () => {
      const files = Array.from({ length: 8 }, () => file(''));
      expect((await list('sort=title')).total).toBeGreaterThan(30);
      for (const { text } of await Promise.all(files)) expect(rowsOf(text).length).toBeGreaterThan(30);
    });
  });
});
