import { generatePortfolio } from './generator.js';
import { stories } from './content/index.js';
import { cellsOf, derivedState } from './testing/derived-state.js';
import { type PresentProject, presentState } from './testing/present-state.js';
import { sampleCatalogue } from './testing/sample-catalogue.js';

const today = '2026-11-23';
const generated = [...generatePortfolio({ projects: 30, today, seed: 1, catalogue: sampleCatalogue })];
const projects = generated.map(presentState);

const RHYTHM: Record<string, number> = { 'in-progress': 30, rollout: 30, approved: 90, paused: 90 };
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const reportsOf = (project: PresentProject) =>
  project.rows('status_report').sort((a, b) => a.published_at.localeCompare(b.published_at));
const scoresOf = (project: PresentProject, voice: string) =>
  project.rows('principle_score').filter((score) => score.voice === voice);
const isStale = (project: PresentProject): boolean => {
  const rhythm = RHYTHM[project.project.phase];
  const last = reportsOf(project).at(-1)?.reported_on ?? project.project.phase_since;
  return rhythm !== undefined && daysBetween(last, today) > rhythm;
};
const lightOf = (project: PresentProject): string | undefined => reportsOf(project).at(-1)?.light_overall;
const isInPhase =
  (...phases: string[]) =>
  ({ project }: PresentProject): boolean =>
    phases.includes(project.phase);
/** Whether the needs that finance signed are those of now; null where it signed nothing. */
const stillHolds = (project: PresentProject): boolean | null => {
  const [confirmation] = project.rows('budget_confirmation');
  if (confirmation === undefined) return null;
  const signed = JSON.parse(confirmation.figures) as { year: number; kind: string; needCents: number }[];
  return signed.every(
    (figures) =>
      figures.needCents ===
      project
        .rows('need')
        .filter(
          ({ year, kind, direction }) =>
            year === figures.year && kind === figures.kind && direction === 'expense',
        )
        .reduce((sum, need) => sum + need.amount_cents, 0),
  );
};
const lacksGatePieces = (project: PresentProject): boolean =>
  scoresOf(project, 'self').length < 9 ||
  project.project.co2_effect === null ||
  project.project.declared_budget_state === null;

describe('the thirty projects of the sample', () => {
  it('are those of the agenda, with their titles and fields', () => {
    for (const [index, { number, title, actionFieldKey }] of sampleCatalogue.agenda.entries()) {
      const row = projects[index]?.project;
      expect(row?.number).toBe(`DA-2022-${String(number).padStart(3, '0')}`);
      expect(row?.title).toBe(title);
      expect(row?.primary_action_field_id).toBe(sampleCatalogue.actionFieldIds[actionFieldKey]);
    }
  });

  it('are lead projects of the agenda and support the goals that it names', () => {
    for (const [index, entry] of sampleCatalogue.agenda.entries()) {
      const goals = projects[index]?.rows('project_supported_goal') ?? [];
      expect(goals).toHaveLength(entry.supportedGoalKeys.length + entry.supportedGoalTexts.length);
      expect(projects[index]?.rows('agenda_entry')).toMatchObject([{ lead_project: true }]);
    }
  });

  it('say that they are sample data', () => {
    for (const { project } of projects) expect(project.origin).toBe('sample');
  });

  it('have an office, a lead, a summary, a goal, an effect, milestones and risks', () => {
    for (const project of projects) {
      expect(project.project.office_id).not.toBeNull();
      expect(project.rows('project_person').map((person) => person.function)).toContain('lead');
      for (const text of [project.project.summary, project.project.goal, project.project.expected_effect]) {
        expect(text.length).toBeGreaterThan(60);
      }
      expect([4, 5, 6]).toContain(project.rows('milestone').length);
      expect([2, 3, 4]).toContain(project.rows('risk').length);
    }
  });

  it('have published at least six reports over two years where they have begun', () => {
    const begun = projects.filter(
      isInPhase('approved', 'in-progress', 'rollout', 'paused', 'completed', 'cancelled'),
    );
    expect(begun.length).toBeGreaterThan(25);
    for (const project of begun) {
      const reports = reportsOf(project);
      expect(reports.filter(({ unchanged }) => !unchanged).length).toBeGreaterThanOrEqual(6);
      expect(daysBetween(reports[0]?.reported_on ?? today, today)).toBeGreaterThan(600);
    }
  });

  it('explain every light that got worse, and every overall light that is not the worst', () => {
    const badness = (light = ''): number => ['green', 'amber', 'red'].indexOf(light);
    for (const project of projects) {
      const reports = reportsOf(project);
      for (const [index, report] of reports.entries()) {
        const lights = [report.light_schedule, report.light_cost, report.light_scope, report.light_resources];
        const before = reports[index - 1];
        const worse =
          before !== undefined &&
          (['light_overall', 'light_schedule', 'light_cost', 'light_scope', 'light_resources'] as const).some(
            (light) => badness(report[light]) > badness(before[light]),
          );
        const where = `${project.number} ${report.reported_on}`;
        if (worse) expect([where, report.worse_reason, report.way_back]).not.toContain(null);
        const worst = Math.max(...lights.map(badness));
        if (badness(report.light_overall) !== worst)
          expect([where, report.overall_reason]).not.toContain(null);
      }
    }
  });

  it('move through the phases as the rules allow', () => {
    const next: Record<string, string[]> = {
      idea: ['proposal'],
      proposal: ['approved'],
      approved: ['in-progress'],
      'in-progress': ['rollout', 'paused', 'cancelled'],
      rollout: ['completed', 'paused', 'cancelled'],
    };
    for (const { phases } of stories) {
      for (const [index, { to, reason }] of phases.slice(1).entries()) {
        expect(next[phases[index]?.to ?? '']).toContain(to);
        if (to === 'paused' || to === 'cancelled') expect(reason).toBeDefined();
      }
    }
  });

  it('name no person', () => {
    const texts = JSON.stringify(stories);
    expect(texts).not.toMatch(/\b(Herrn?|Frau|Dr\.|Prof\.) [A-ZÄÖÜ]/);
    for (const { events } of generated) {
      for (const { row } of events.flatMap(({ writes }) => writes)) {
        expect(Object.keys(row ?? {}).filter((column) => /name|mail/.test(column))).toEqual([]);
      }
    }
  });
});

describe('what the sample contains', () => {
  const cases: Record<string, (project: PresentProject) => boolean> = {
    'a red light': (project) => lightOf(project) === 'red' && !isStale(project),
    'an amber light': (project) => lightOf(project) === 'amber' && !isStale(project),
    'a green light': (project) => lightOf(project) === 'green' && !isStale(project),
    'an overdue status': isStale,
    'a call for help': (project) => (reportsOf(project).at(-1)?.help_wanted ?? null) !== null,
    'a conflict with a principle': (project) => scoresOf(project, 'self').some(({ score }) => score === 0),
    'a conflict that only the review sees': (project) =>
      scoresOf(project, 'review').some(({ score }) => score === 0) &&
      scoresOf(project, 'self').every(({ score }) => score !== 0),
    'voices that differ by two': (project) =>
      scoresOf(project, 'review').some((review) =>
        scoresOf(project, 'self').some(
          (self) =>
            self.principle_id === review.principle_id &&
            Math.abs((self.score ?? 0) - (review.score ?? 0)) >= 2,
        ),
      ),
    'a principle that is not applicable': (project) =>
      scoresOf(project, 'self').some((score) => score.not_applicable),
    'a project without scores': (project) => scoresOf(project, 'self').length === 0,
    'a project scored in part': (project) => [2, 3, 4, 5, 6, 7, 8].includes(scoresOf(project, 'self').length),
    'a forecast over what is budgeted': (project) =>
      project
        .rows('budget_line')
        .some(
          (line) =>
            (line.forecast_cents ?? 0) >
            line.appropriation_cents + line.amendments_cents + line.carry_over_cents,
        ),
    'a need over what is secured': (project) => cellsOf(project).some(({ need, secured }) => need > secured),
    'a declared state that differs from the derived one': (project) =>
      project.project.declared_budget_state === 'full' && derivedState(project) === 'partial',
    'a project that is budgeted in full': (project) =>
      project.project.declared_budget_state === 'full' && derivedState(project) === 'full',
    'a project without any money': (project) => derivedState(project) === 'none',
    'no financial effects, yet partly budgeted': ({ project }) =>
      project.financial_effects === false && project.declared_budget_state === 'partial',
    'revenue beside expense': (project) =>
      project.rows('budget_line').some(({ direction }) => direction === 'revenue'),
    'secured counter-funding': (project) => project.rows('counter_funding').some(({ secured }) => secured),
    'follow-up costs without a year': (project) =>
      project.rows('follow_up_cost').some((cost) => cost.year_from === null),
    'an authorisation whose cash years do not add up': (project) =>
      project.rows('commitment_authorisation').some(({ amount_cents, cash_years }) => {
        const paid = JSON.parse(cash_years) as { amountCents: number }[];
        return paid.reduce((sum, { amountCents }) => sum + amountCents, 0) !== amount_cents;
      }),
    'a grant that is bound to a purpose until a day': (project) =>
      project.rows('funding_grant').some((grant) => grant.purpose !== '' && grant.bound_until !== null),
    'a grant that was refused': (project) =>
      project.rows('funding_grant').some(({ state }) => state === 'rejected'),
    'a gap with a destination': (project) =>
      project.rows('gap_destination').some(({ stage }) => stage === 'registered'),
    'a gap whose destination was refused': (project) =>
      project.rows('gap_destination').some(({ stage }) => stage === 'rejected'),
    'a confirmation that holds': (project) => stillHolds(project) === true,
    'a confirmation that a later change has outdated': (project) => stillHolds(project) === false,
    'a figure that was reported and not checked': (project) =>
      project.rows('need').some((need) => need.reported_at !== null && need.checked_at === null),
    'an undirected climate relevance': ({ project }) => project.co2_effect === 'undirected',
    'a negative climate effect with optimisation': ({ project }) =>
      project.co2_effect === 'negative' && project.co2_optimisation !== null,
    'a negative climate effect without optimisation': ({ project }) =>
      project.co2_effect === 'negative' && project.co2_optimisation === null,
    'climate figures with their method': ({ project }) =>
      project.co2_kg_per_year !== null && project.co2_method !== null,
    'an idea with missing gate pieces': (project) => isInPhase('idea')(project) && lacksGatePieces(project),
    'a proposal with missing gate pieces': (project) =>
      isInPhase('proposal')(project) && lacksGatePieces(project),
    'an open gate beyond the proposal': (project) =>
      isInPhase('approved', 'in-progress', 'rollout')(project) && lacksGatePieces(project),
    'an approved project': isInPhase('approved'),
    'a paused project': (project) =>
      isInPhase('paused')(project) && project.project.paused_from === 'in-progress',
    'a completed project': isInPhase('completed'),
    'a cancelled project': isInPhase('cancelled'),
    'an end that moved more than once': ({ project }) => project.end_moves >= 2,
    'three dates that differ': ({ project }) =>
      new Set([project.baseline_end, project.approved_end, project.expected_end]).size === 3,
    'a milestone that slipped three times': (project) =>
      project.rows('milestone').some(({ moves }) => moves >= 3),
    'a risk that occurred': (project) => project.rows('risk').some(({ state }) => state === 'occurred'),
    'a dependency': (project) => project.rows('project_link').some(({ kind }) => kind === 'depends-on'),
    'a part of another project': (project) =>
      project.rows('project_link').some(({ kind }) => kind === 'part-of'),
    'a project that is not public': ({ project }) => project.visibility === 'internal',
  };

  it.each(Object.entries(cases))('includes %s', (_, isCase) => {
    expect(projects.filter(isCase).map(({ number }) => number)).not.toEqual([]);
  });

  it('makes the 115 depend on the telephone system', () => {
    const [telephone, phone115] = [projects[2], projects[14]];
    expect(phone115?.rows('project_link')).toMatchObject([
      { other_project_id: telephone?.project.id, kind: 'depends-on' },
    ]);
  });
});
