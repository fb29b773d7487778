import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type Moment,
  momentName,
  NotFound,
  pageOf,
  type PageQuery,
  Permission,
  Reads,
} from '../platform/index.js';
import { type Candidate, candidatesOf, type ProjectFacts, refOf } from './candidates.rules.js';
import { changedProjects } from './changes.rules.js';
import type {
  ScenarioCandidateDto,
  ScenarioComparedProjectDto,
  ListedScenarioDto,
  ScenarioResultDto,
  ScenarioResultSummaryDto,
  ScenarioComparisonDto,
  ScenarioDto,
  ScenarioListDto,
} from './dto/scenario.dto.js';
import { COMPARED_SCENARIOS, PAGE_OF_SCENARIOS } from './scenario-facts.sql.js';
import { type KeptScenario, ScenarioFacts } from './scenario-facts.js';
import type { ScenarioResult } from './scenario-result.js';
import { ceilingsOf } from './terms.rules.js';

/** Answers what was tried out, and what of it still holds. */
@Injectable()
export class ScenariosQueries {
  constructor(
    private readonly facts: ScenarioFacts,
    private readonly reads: Reads,
  ) {}

  /** The scenarios, the latest budget first. */
  async list(moment: Moment, query: PageQuery): Promise<ScenarioListDto> {
    const { page, pageSize, offset } = pageOf(query);
    const { rev, scenarios, projects } = await this.facts.read(moment, PAGE_OF_SCENARIOS, [pageSize, offset]);
    const [count] = await this.reads.query<{ total: number }>(
      moment,
      'select count(*)::int as total from scenario',
    );
    return {
      items: scenarios.map((scenario) => listed(scenario, projects)),
      total: count?.total ?? 0,
      page,
      pageSize,
      moment: momentName(rev, moment),
    };
  }

  /** One scenario with its candidates. @throws NotFound (404) */
  async one(actor: Actor, moment: Moment, id: string): Promise<ScenarioDto> {
    const { rev, scenarios, projects } = await this.facts.ofOne(moment, id);
    const [scenario] = scenarios;
    if (scenario === undefined) throw new NotFound('scenario');
    const { version, title, note, budget, owner, phases, choices, groups } = scenario;
    const { scoreWeight, benefitWeight, assumedScore, excludesConflicts } = scenario;
    return {
      id,
      version,
      title,
      note,
      budget,
      owner,
      ceilings: ceilingsOf(scenario),
      phases,
      scoreWeight,
      benefitWeight,
      assumedScore,
      excludesConflicts,
      choices,
      groups,
      candidates: candidatesOf(scenario, projects).map((candidate) => candidateDto(candidate, projects)),
      result: scenario.result === null ? null : resultOf(scenario, scenario.result, projects),
      mayEdit: actor.permissions.has(Permission.ScenarioEdit),
      moment: momentName(rev, moment),
    };
  }

  /** Scenarios side by side, in the order in which they are asked for. @throws NotFound (404) */
  async compare(moment: Moment, ids: readonly string[]): Promise<ScenarioComparisonDto> {
    const { rev, scenarios, projects } = await this.facts.read(moment, COMPARED_SCENARIOS, [ids]);
    const asked = ids.map((id) => scenarios.find((scenario) => scenario.id === id.toLowerCase()));
    const found = asked.filter((scenario) => scenario !== undefined);
    if (found.length < asked.length) throw new NotFound('scenario');
    return {
      scenarios: found.map((scenario) => ({
        ...listed(scenario, projects),
        ceilings: scenario.result?.ceilings ?? [],
      })),
      projects: comparedProjects(found),
      moment: momentName(rev, moment),
    };
  }
}

function candidateDto(
  { needs, unmet: _unmet, isAssumed: _assumed, worth, ...candidate }: Candidate,
  projects: readonly ProjectFacts[],
): ScenarioCandidateDto {
  const dependsOn = projects.filter(({ id }) => needs.includes(id)).map(refOf);
  return { ...candidate, points: worth / 10, dependsOn };
}

function listed(scenario: KeptScenario, projects: readonly ProjectFacts[]): ListedScenarioDto {
  const { id, version, title, note, budget, owner, result } = scenario;
  return { id, version, title, note, budget, owner, result: result && summaryOf(scenario, result, projects) };
}

function summaryOf(
  scenario: KeptScenario,
  result: ScenarioResult,
  projects: readonly ProjectFacts[],
): ScenarioResultSummaryDto {
  const { computedFrom, state, points, hasOldTerms, changed, decisions } = resultOf(
    scenario,
    result,
    projects,
  );
  return {
    computedFrom,
    state,
    points,
    chosen: decisions.filter(({ isIn }) => isIn).length,
    candidates: decisions.length,
    isOutdated: hasOldTerms || changed.length > 0,
  };
}

function resultOf(
  scenario: KeptScenario,
  result: ScenarioResult,
  projects: readonly ProjectFacts[],
): ScenarioResultDto {
  const { rev, day, state, faults, ceilings, worth, candidates, termsVersion } = result;
  return {
    computedFrom: `r${rev}@${day}`,
    state,
    faults,
    ceilings,
    points: worth / 10,
    decisions: candidates.map(({ id, number, title, isIn, worth: own, reasons, gaps }) => ({
      id,
      number,
      title,
      isIn,
      points: own / 10,
      reasons,
      gaps,
    })),
    hasOldTerms: termsVersion !== scenario.termsVersion,
    // With other terms there are other candidates; only the figures of those that were known are compared then.
    changed: changedProjects(
      candidates,
      termsVersion === scenario.termsVersion
        ? candidatesOf(scenario, projects)
        : candidatesOf(scenario, projects).filter(({ id }) => candidates.some((known) => known.id === id)),
    ).filter(({ changes }) => termsVersion === scenario.termsVersion || !changes.includes('went')),
  };
}

function comparedProjects(scenarios: readonly KeptScenario[]): ScenarioComparedProjectDto[] {
  const decided = scenarios.map(
    ({ result }) =>
      new Map(result?.state === 'impossible' ? [] : result?.candidates.map((one) => [one.id, one])),
  );
  const all = new Map(decided.flatMap((candidates) => [...candidates]));
  return [...all.values()]
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ id, number, title }) => ({
      id,
      number,
      title,
      isIn: decided.map((candidates) => candidates.get(id)?.isIn ?? null),
    }));
}
