import { idOf } from '../catalogue.js';
import type { Telling } from '../happening.js';
import type { ProjectRow } from '../rows.js';
import type { Co2Story, PhaseStep, Story } from '../story.js';

/** Where a project stands when it is taken over; steps after that day happen later. */
export function phaseAtTakeover({ phases }: Story, takeover: number): PhaseStep {
  const first = phases[0];
  if (first === undefined) throw new RangeError('a story needs a phase');
  return first.day <= takeover ? first : { day: takeover - 45, to: 'approved' };
}

/** The row of the project as it is taken over. */
export function projectRow(
  telling: Telling,
  identity: { number: string; title: string; fieldId: string },
): ProjectRow {
  const { story, calendar, catalogue, takeover } = telling;
  const { schedule, co2 } = story;
  const phase = phaseAtTakeover(story, takeover);
  return {
    id: telling.projectId,
    version: 1,
    number: identity.number,
    title: identity.title,
    summary: story.summary,
    goal: story.goal,
    expected_effect: story.expectedEffect,
    office_id: catalogue.offices.find(({ key }) => key === story.officeKey)?.id ?? null,
    primary_action_field_id: identity.fieldId,
    phase: phase.to,
    phase_since: calendar.day(phase.day),
    phase_reason: phase.reason ?? null,
    paused_from: null,
    released_by_id: phase.releasedBy === undefined ? null : idOf(catalogue.councilBodyIds, phase.releasedBy),
    baseline_start: calendar.day(schedule.start),
    approved_start: schedule.approvedEnd === null ? null : calendar.day(schedule.start),
    expected_start: calendar.day(schedule.start),
    baseline_end: calendar.dayOrNull(schedule.baselineEnd),
    approved_end: calendar.dayOrNull(schedule.approvedEnd),
    expected_end: calendar.dayOrNull(schedule.expectedEnd),
    end_moves: schedule.expectedEnd === schedule.baselineEnd ? 0 : 1,
    ...co2Columns(co2),
    ...co2Figures(null),
    iq_relevant: story.themes.length > 0,
    iq_note: story.iqNote ?? null,
    financial_effects: story.financialEffects,
    declared_budget_state: story.declaredBudgetState,
    // Publishing is a step of its own, taken when the sample is loaded.
    visibility: 'internal',
    origin: 'sample',
  };
}

/** The columns of the climate statement, with its reason. */
export function co2Columns(
  co2: Co2Story | null,
): Pick<ProjectRow, 'co2_effect' | 'co2_magnitude' | 'co2_reason' | 'co2_optimisation'> {
  return {
    co2_effect: co2?.effect ?? null,
    co2_magnitude: co2?.magnitude ?? null,
    co2_reason: co2?.reason ?? null,
    co2_optimisation: co2?.optimisation ?? null,
  };
}

type Co2Figures = Pick<
  ProjectRow,
  | 'co2_kg_per_year'
  | 'co2_method'
  | 'energy_kwh_per_year'
  | 'energy_method'
  | 'water_m3_per_year'
  | 'water_method'
  | 'paper_sheets_per_year'
  | 'paper_method'
>;

/** The columns of the climate figures, each with the method behind it. */
export function co2Figures(co2: Co2Story | null): Co2Figures {
  const method = (figure: number | undefined): string | null =>
    figure === undefined ? null : (co2?.method ?? null);
  const change = (figure: number | undefined): number | null =>
    figure === undefined ? null : co2?.effect === 'positive' ? -figure : figure;
  return {
    co2_kg_per_year: change(co2?.kgPerYear),
    co2_method: method(co2?.kgPerYear),
    energy_kwh_per_year: change(co2?.energyKwhPerYear),
    energy_method: method(co2?.energyKwhPerYear),
    water_m3_per_year: change(co2?.waterM3PerYear),
    water_method: method(co2?.waterM3PerYear),
    paper_sheets_per_year: change(co2?.paperSheetsPerYear),
    paper_method: method(co2?.paperSheetsPerYear),
  };
}
