import { generatePortfolio } from '../generator.js';
import { presentState } from '../testing/present-state.js';
import { sampleCatalogue } from '../testing/sample-catalogue.js';
import { countOfSubjects, subjectOf } from './names.js';

const { offices } = sampleCatalogue;
const projects = [
  ...generatePortfolio({ projects: 500, today: '2026-11-23', seed: 3, catalogue: sampleCatalogue }),
]
  .slice(30)
  .map(presentState);

describe('titles of made-up projects', () => {
  it('are enough for several hundred thousand projects', () => {
    expect(countOfSubjects(offices.length)).toBeGreaterThan(500_000);
  });

  it('are distinct', () => {
    const titles = new Set(Array.from({ length: 20_000 }, (_, ordinal) => subjectOf(ordinal, offices).title));
    expect(titles.size).toBe(20_000);
  });

  it('are refused beyond their number', () => {
    expect(() => subjectOf(countOfSubjects(1), offices.slice(0, 1))).toThrow(RangeError);
  });
});

describe('made-up projects', () => {
  it('stand in every phase and in every action field', () => {
    expect(new Set(projects.map(({ project }) => project.phase)).size).toBe(8);
    expect(new Set(projects.map(({ project }) => project.primary_action_field_id)).size).toBe(7);
  });

  it('have six reports over two years once they have begun', () => {
    for (const project of projects) {
      const count = project.rows('status_report').length;
      expect(count).toBe(['idea', 'proposal'].includes(project.project.phase) ? 0 : 6);
    }
  });

  it('explain every light that got worse', () => {
    const badness = (light: string): number => ['green', 'amber', 'red'].indexOf(light);
    for (const project of projects) {
      const reports = project
        .rows('status_report')
        .sort((a, b) => a.published_at.localeCompare(b.published_at));
      for (const [index, report] of reports.entries()) {
        const before = reports[index - 1];
        if (before !== undefined && badness(report.light_overall) > badness(before.light_overall)) {
          expect(report.worse_reason).not.toBeNull();
          expect(report.way_back).not.toBeNull();
        }
      }
    }
  });

  it('keep amounts whole and within the range of the database', () => {
    const lines = projects.flatMap((project) => project.rows('budget_line'));
    const amounts = lines.flatMap((line) => [
      line.appropriation_cents,
      line.actual_cents,
      line.forecast_cents ?? 0,
    ]);
    expect(amounts.length).toBeGreaterThan(500);
    expect(
      amounts.filter((cents) => !Number.isSafeInteger(cents) || cents < 0 || cents > 10_000_000_000_000),
    ).toEqual([]);
  });

  it('differ in their lights, states and scores', () => {
    expect(new Set(projects.map(({ project }) => project.declared_budget_state)).size).toBe(3);
    expect(new Set(projects.map((project) => project.rows('status_report').at(-1)?.light_overall)).size).toBe(
      4,
    );
    const counts = new Set(
      projects.map(
        (project) => project.rows('principle_score').filter(({ voice }) => voice === 'self').length,
      ),
    );
    expect(counts).toContain(0);
    expect(counts).toContain(9);
    expect(counts.size).toBeGreaterThan(4);
  });
});
