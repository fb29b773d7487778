import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, pageOf, type PageQuery, Reads } from '../platform/index.js';
import { type DeclaredBudgetState, projectKey } from '../projects/index.js';
import { budgetFindings } from './budget-findings.rules.js';
import {
  allOf,
  AUTHORISATIONS,
  CONFIRMATIONS,
  COUNTER_FUNDINGS,
  DESTINATIONS,
  FOLLOW_UP_COSTS,
  GRANTS,
  LINES,
  NEEDS,
} from './budget-sql.js';
import { type BudgetYear, budgetYears, totalsOf } from './budget-years.rules.js';
import { derivedBudgetState } from './budget.rules.js';
import { derivedStateIn, figuresDiffer, figuresIn } from './confirmation.rules.js';
import { counterFundingSums } from './counter-funding.rules.js';
import type { BudgetConfirmationDto, BudgetConfirmationsDto } from './dto/budget-confirmation.dto.js';
import type { BudgetLineDto } from './dto/budget-line.dto.js';
import type { CommitmentAuthorisationDto } from './dto/commitment-authorisation.dto.js';
import type { CounterFundingDto } from './dto/counter-funding.dto.js';
import type { FollowUpCostDto } from './dto/follow-up-cost.dto.js';
import type { GapDestinationDto } from './dto/gap-destination.dto.js';
import type { GrantDto } from './dto/grant.dto.js';
import type { NeedDto } from './dto/need.dto.js';
import type { ProjectBudgetDto, StateInBudgetDto } from './dto/project-budget.dto.js';
import { gapsWithDestinations } from './gaps.rules.js';

type KeptConfirmation = Omit<BudgetConfirmationDto, 'isOutdated'> & { yearFrom: number; yearTo: number };

interface BudgetRow {
  projectId: string;
  version: number;
  rev: number;
  declaredState: DeclaredBudgetState | null;
  start: string | null;
  end: string | null;
  needs: NeedDto[];
  lines: BudgetLineDto[];
  counterFundings: CounterFundingDto[];
  followUpCosts: FollowUpCostDto[];
  authorisations: CommitmentAuthorisationDto[];
  grants: GrantDto[];
  destinations: GapDestinationDto[];
  confirmations: KeptConfirmation[];
  budgets: Omit<StateInBudgetDto, 'derivedState' | 'figures' | 'confirmation'>[];
}

/** Answers what projects need and have. */
@Injectable()
export class BudgetQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * The money of a project by year and kind, with the three states that stand side by side, what is contradictory, and
   * where gaps are to be filled from.
   * @throws NotFound
   */
  async ofProject(moment: Moment, ref: string): Promise<ProjectBudgetDto> {
    const { rev, start, end, authorisations, destinations, confirmations, budgets, ...row } = await this.row(
      moment,
      ref,
    );
    const { needs, lines, counterFundings, followUpCosts, grants } = row;
    const years = budgetYears({ needs, lines, counterFundings });
    const signed = judged(confirmations, years);
    return {
      ...row,
      moment: momentName(rev, moment),
      derivedState: derivedBudgetState(needs, lines),
      confirmedBudgetState: signed[0]?.state ?? null,
      confirmedStateIsOutdated: signed[0]?.isOutdated ?? false,
      budgets: budgets
        .map((budget) => ({
          ...budget,
          derivedState: derivedStateIn(needs, lines, budget),
          figures: figuresIn(years, budget),
          confirmation: signed.find(({ budgetId }) => budgetId === budget.budgetId) ?? null,
        }))
        .filter(({ figures, confirmation }) => figures.length > 0 || confirmation !== null),
      confirmations: signed,
      years,
      totals: totalsOf(years),
      gaps: gapsWithDestinations(years, destinations),
      counterFundingSums: counterFundingSums(years, counterFundings),
      commitmentAuthorisations: authorisations,
      findings: budgetFindings({
        start,
        end,
        needs,
        lines,
        counterFundings,
        followUpCosts,
        authorisations,
        grants,
      }),
    };
  }

  /**
   * What finance signed for a project, newest first.
   * @throws NotFound
   */
  async confirmations(moment: Moment, ref: string, query: PageQuery): Promise<BudgetConfirmationsDto> {
    const { page, pageSize, offset } = pageOf(query);
    const { version, rev, confirmations, needs, lines, counterFundings } = await this.row(moment, ref);
    const signed = judged(confirmations, budgetYears({ needs, lines, counterFundings }));
    return {
      items: signed.slice(offset, offset + pageSize),
      total: signed.length,
      page,
      pageSize,
      version,
      moment: momentName(rev, moment),
    };
  }

  private async row(moment: Moment, ref: string): Promise<BudgetRow> {
    const { column, value } = projectKey(ref);
    const [row] = await this.reads.query<BudgetRow>(moment, OF_PROJECT[column], [value]);
    if (row === undefined) throw new NotFound('project');
    return row;
  }
}

/** Each confirmation with whether the figures of now differ from those that were signed. */
function judged(
  confirmations: readonly KeptConfirmation[],
  years: readonly BudgetYear[],
): BudgetConfirmationDto[] {
  return confirmations.map(({ yearFrom, yearTo, ...confirmation }) => ({
    ...confirmation,
    isOutdated: figuresDiffer(confirmation.figures, figuresIn(years, { yearFrom, yearTo })),
  }));
}

const ofProjectBy = (column: string): string => `
  select p.id as "projectId", p.version, current_rev() as rev, p.declared_budget_state as "declaredState",
         coalesce(p.expected_start, p.approved_start, p.baseline_start)::text as start,
         coalesce(p.expected_end, p.approved_end, p.baseline_end)::text as end,
         ${allOf(NEEDS)} as needs, ${allOf(LINES)} as lines, ${allOf(COUNTER_FUNDINGS)} as "counterFundings",
         ${allOf(FOLLOW_UP_COSTS)} as "followUpCosts", ${allOf(AUTHORISATIONS)} as authorisations,
         ${allOf(GRANTS)} as grants, ${allOf(DESTINATIONS)} as destinations,
         coalesce((select jsonb_agg(signed.item order by signed.confirmed_at desc, signed.id desc)
                     from (${CONFIRMATIONS}) signed), '[]') as confirmations,
         coalesce((select jsonb_agg(jsonb_build_object('budgetId', b.id, 'title', b.title, 'yearFrom', b.year_from,
                                    'yearTo', b.year_to, 'stage', b.stage) order by b.year_from, b.key)
                     from budget b), '[]') as budgets
    from project p
   where p.${column} = $1`;

const OF_PROJECT = { id: ofProjectBy('id'), number: ofProjectBy('number') };
