import { Injectable } from '@nestjs/common';
import { type Actor, type Moment, momentName, Reads } from '../../platform/index.js';
import { DERIVED_BUDGET_STATES, FINDINGS, PHASES } from '../../projects/index.js';
import type { CountDto, CountsDto, PortfolioSummaryDto, PrincipleVoiceDto } from '../dto/figures.dto.js';
import type { ProjectFilterQuery } from '../dto/project-filter.dto.js';
import { KeptAnswers } from '../kept-answers.js';
import { CO2_FILTERS, DECLARED_BUDGET_STATE_FILTERS, REPORT_AGES, SHOWN_LIGHTS } from '../portfolio.enums.js';
import { answerOnce } from './kept-figures.js';
import {
  type CountedEntry,
  type SummaryRow,
  summaryStatement,
  type Tally,
  type VoiceFigures,
} from './summary-sql.js';

/** So many filters keep their figures. */
const KEPT_SUMMARIES = 200;

interface KeptSummary {
  rev: number;
  answer: PortfolioSummaryDto;
}

/** Answers what the portfolio adds up to, computed once per revision, day and filter. */
@Injectable()
export class SummaryQueries {
  private readonly kept = new KeptAnswers<KeptSummary>(KEPT_SUMMARIES);

  constructor(private readonly reads: Reads) {}

  /** The figures of all projects that match the filters. */
  async summary(
    query: ProjectFilterQuery,
    moment: Moment,
    actor: Pick<Actor, 'personId'>,
  ): Promise<PortfolioSummaryDto> {
    const { asOf: _asOf, ...filter } = query;
    const { answer } = await answerOnce({
      reads: this.reads,
      kept: this.kept,
      moment,
      question: [filter, filter.lead === 'me' ? actor.personId : null],
      find: () => this.find(query, moment, actor),
    });
    return answer;
  }

  private async find(
    query: ProjectFilterQuery,
    moment: Moment,
    actor: Pick<Actor, 'personId'>,
  ): Promise<KeptSummary> {
    const context = { personId: actor.personId, today: moment.today, live: moment.rev === null };
    const { sql, values } = summaryStatement(query, context);
    const [row] = await this.reads.query<SummaryRow>(moment, sql, values);
    if (row === undefined) throw new Error('the summary has always one row');
    return { rev: row.rev, answer: summaryOf(row, moment.today) };
  }
}

function summaryOf(row: SummaryRow, today: string): PortfolioSummaryDto {
  const { totals } = row;
  const { projects } = totals;
  const counts = (formula: string, groups: CountDto[]): CountsDto => ({ formula, projects, groups });
  return {
    projects,
    today,
    byLight: counts('count-by-shown-light', tallied(row.lights, SHOWN_LIGHTS)),
    byPhase: counts('count-by-phase', tallied(row.phases, PHASES)),
    byActionField: counts('count-by-primary-action-field', row.actionFields.map(countOf)),
    byOffice: counts('count-by-responsible-office', row.offices.map(countOf)),
    byDeclaredBudgetState: counts(
      'count-by-declared-budget-state',
      tallied(row.declared, DECLARED_BUDGET_STATE_FILTERS),
    ),
    byDerivedBudgetState: counts(
      'count-by-derived-budget-state',
      tallied(row.derived, DERIVED_BUDGET_STATES),
    ),
    byCo2: counts('count-by-co2-effect', tallied(row.co2, CO2_FILTERS)),
    byReportAge: counts('count-by-days-since-last-publication', tallied(row.ages, REPORT_AGES)),
    byFinding: counts('count-of-projects-with-finding', tallied(row.findings, FINDINGS)),
    selfScore: {
      formula: 'mean-of-projects-with-self-score',
      mean: totals.meanSelfScore,
      projects: totals.selfScored,
    },
    reviewScore: {
      formula: 'mean-of-projects-with-review-score',
      mean: totals.meanReviewScore,
      projects: totals.reviewScored,
    },
    coveragePercent: {
      formula: 'mean-share-of-settled-principles',
      mean: totals.meanCoveragePercent,
      projects,
    },
    byPrinciple: {
      formula: 'mean-of-scores-0-to-4',
      projects,
      principles: row.principles.map(({ key, titleDe, titleEn, self, review }) => ({
        key,
        title: { de: titleDe, en: titleEn },
        self: voiceOf(self),
        review: voiceOf(review),
      })),
    },
    conflicts: { formula: 'self-scores-of-0', projects: totals.conflictProjects, count: totals.conflicts },
    money: {
      formula: 'sum-of-expense-of-all-years',
      projects,
      need: { operatingCents: totals.needOperatingCents, capitalCents: totals.needCapitalCents },
      secured: { operatingCents: totals.securedOperatingCents, capitalCents: totals.securedCapitalCents },
      gap: { operatingCents: totals.gapOperatingCents, capitalCents: totals.gapCapitalCents },
      actual: { operatingCents: totals.actualOperatingCents, capitalCents: totals.actualCapitalCents },
      forecast: { operatingCents: totals.forecastOperatingCents, capitalCents: totals.forecastCapitalCents },
    },
    moment: momentName(row.rev, { today }),
  };
}

/** Every value in its order, also those that no project has. */
function tallied(tally: Tally, order: readonly string[]): CountDto[] {
  return order.map((key) => ({ key, title: null, count: tally[key] ?? 0 }));
}

function countOf({ key, titleDe, titleEn, count }: CountedEntry): CountDto {
  return { key, title: key === 'none' ? null : { de: titleDe, en: titleEn }, count };
}

function voiceOf(figures: VoiceFigures | null): PrincipleVoiceDto {
  return figures ?? { meanScore: null, scored: 0, settled: 0, conflicts: 0 };
}
