import { type GeneratedProject, generatePortfolio, type GenerateOptions } from './generator.js';
import { sampleCatalogue } from './testing/sample-catalogue.js';

const options: GenerateOptions = { projects: 30, today: '2026-11-23', seed: 1, catalogue: sampleCatalogue };
const portfolio = (changes: Partial<GenerateOptions> = {}): GeneratedProject[] => [
  ...generatePortfolio({ ...options, ...changes }),
];

describe('generating a portfolio', () => {
  it('gives the same portfolio for the same seed, day and catalogue', () => {
    expect(JSON.stringify(portfolio({ projects: 60 }))).toBe(JSON.stringify(portfolio({ projects: 60 })));
  });

  it('gives other ids for another seed', () => {
    const ids = new Set(portfolio().map(({ projectId }) => projectId));
    for (const { projectId } of portfolio({ seed: 2 })) expect(ids).not.toContain(projectId);
  });

  it('never gives an id twice', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const { number, events } of portfolio({ projects: 300 })) {
      for (const { table, id } of events.flatMap(({ writes }) => writes)) {
        const owner = `${number} ${table}`;
        if ((owners.get(id) ?? owner) !== owner) twice.push(id);
        owners.set(id, owner);
      }
    }
    expect(owners.size).toBeGreaterThan(5000);
    expect(twice).toEqual([]);
  });

  it('tells as many projects as are asked for, the agenda first', () => {
    expect(portfolio({ projects: 3 }).map(({ number }) => number)).toEqual([
      'DA-2022-001',
      'DA-2022-002',
      'DA-2022-003',
    ]);
    expect(portfolio({ projects: 45 })).toHaveLength(45);
  });

  it('leaves out links to projects that are not told', () => {
    const told = portfolio({ projects: 6 });
    const ids = new Set(told.map(({ projectId }) => projectId));
    const others = told
      .flatMap(({ events }) => events.flatMap(({ writes }) => writes))
      .flatMap(({ row }) => (row !== null && 'other_project_id' in row ? [row.other_project_id] : []));
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(ids).toContain(other);
  });

  it('writes the project in every event, each time with the next version', () => {
    for (const { projectId, events } of portfolio({ projects: 100 })) {
      const versions = events.map(({ writes }) => {
        const root = writes.find(({ table }) => table === 'project');
        expect(root?.id).toBe(projectId);
        return root?.row !== null && root?.row !== undefined && 'version' in root.row ? root.row.version : 0;
      });
      expect(versions).toEqual(versions.map((_, index) => index + 1));
    }
  });

  it('writes whole rows: a table has the same columns every time', () => {
    const columns = new Map<string, Set<string>>();
    for (const { events } of portfolio({ projects: 100 })) {
      for (const { table, row } of events.flatMap(({ writes }) => writes)) {
        const shapes = columns.get(table) ?? new Set();
        columns.set(
          table,
          shapes.add(
            Object.keys(row ?? {})
              .sort()
              .join(),
          ),
        );
      }
    }
    for (const shapes of columns.values()) expect(shapes.size).toBe(1);
    expect(columns.size).toBe(20);
  });

  it('never changes a published report', () => {
    for (const { events } of portfolio({ projects: 100 })) {
      const published = events.flatMap(({ writes }) =>
        writes.filter(({ table }) => table === 'status_report'),
      );
      expect(new Set(published.map(({ id }) => id)).size).toBe(published.length);
    }
  });

  it('gives every event an actor that the catalogue knows', () => {
    const known = new Set(sampleCatalogue.people.map(({ id }) => id));
    const actors = portfolio({ projects: 60 }).flatMap(({ events }) => events.map(({ actorId }) => actorId));
    expect(actors.filter((actor) => actor === null || !known.has(actor))).toEqual([]);
  });

  it('refuses a day that is none and a catalogue that lacks a key', () => {
    expect(() => portfolio({ today: 'gestern' })).toThrow(RangeError);
    expect(() => portfolio({ catalogue: { ...sampleCatalogue, principleIds: {} } })).toThrow(
      'the catalogue has no',
    );
  });
});

describe.each(['2026-11-23', '2027-01-04', '2028-02-29', '2029-07-31'])(
  'the order of time, loaded on %s',
  (today) => {
    const events = portfolio({ today }).map((project) => project.events.map(({ at }) => at));

    it('runs forward within each project', () => {
      for (const instants of events) expect(instants).toEqual([...instants].sort());
    });

    it('gives no instant to two events', () => {
      const instants = events.flat();
      expect(new Set(instants).size).toBe(instants.length);
    });

    it('begins two years ago and ends some days before the day of loading', () => {
      const instants = events.flat().sort();
      const daysAgo = (instant = ''): number =>
        (Date.parse(`${today}T00:00:00Z`) - Date.parse(instant)) / 86_400_000;
      expect(daysAgo(instants[0])).toBeGreaterThan(730);
      expect(daysAgo(instants.at(-1))).toBeGreaterThan(1);
      expect(daysAgo(instants.at(-1))).toBeLessThan(7);
    });
  },
);

describe('a large portfolio', () => {
  const large = portfolio({ projects: 400 });

  it('has one event per project and day, at noon in Berlin', () => {
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' });
    const instantsOf = large.map(({ events }) => events.map(({ at }) => at));
    for (const instants of instantsOf) expect(instants).toEqual([...new Set(instants)].sort());
    const hours = new Set([...new Set(instantsOf.flat())].map((instant) => hour.format(new Date(instant))));
    expect([...hours]).toEqual(['12:00']);
  });

  it('lets nothing happen on the day of loading or later', () => {
    for (const { events } of large) expect((events.at(-1)?.at ?? '') < '2026-11-23').toBe(true);
  });

  it('gives every project a number of its own', () => {
    expect(new Set(large.map(({ number }) => number)).size).toBe(large.length);
    for (const { number } of large) expect(number).toMatch(/^DA-20\d\d-\d{3,}$/);
  });
});
