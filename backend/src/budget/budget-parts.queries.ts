import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, pageOf, type PageQuery, Reads } from '../platform/index.js';
import { projectKey } from '../projects/index.js';
import {
  AUTHORISATIONS,
  COUNTER_FUNDINGS,
  DESTINATIONS,
  FOLLOW_UP_COSTS,
  GRANTS,
  LINES,
  NEEDS,
  pageOfPart,
} from './budget-sql.js';
import type { BudgetLinesDto } from './dto/budget-line.dto.js';
import type { CommitmentAuthorisationsDto } from './dto/commitment-authorisation.dto.js';
import type { CounterFundingsDto } from './dto/counter-funding.dto.js';
import type { FollowUpCostsDto } from './dto/follow-up-cost.dto.js';
import type { GapDestinationsDto } from './dto/gap-destination.dto.js';
import type { GrantsDto } from './dto/grant.dto.js';
import type { NeedsDto } from './dto/need.dto.js';

/** A page of one kind of part of a project. */
interface PartPage {
  items: unknown[];
  total: number;
  version: number;
  rev: number;
}

/** Lists the parts of a project's money, page by page. */
@Injectable()
export class BudgetPartsQueries {
  constructor(private readonly reads: Reads) {}

  /** @throws NotFound */
  needs(moment: Moment, ref: string, query: PageQuery): Promise<NeedsDto> {
    return this.part(moment, ref, { rows: NEEDS, query });
  }

  /** @throws NotFound */
  lines(moment: Moment, ref: string, query: PageQuery): Promise<BudgetLinesDto> {
    return this.part(moment, ref, { rows: LINES, query });
  }

  /** @throws NotFound */
  counterFundings(moment: Moment, ref: string, query: PageQuery): Promise<CounterFundingsDto> {
    return this.part(moment, ref, { rows: COUNTER_FUNDINGS, query });
  }

  /** @throws NotFound */
  followUpCosts(moment: Moment, ref: string, query: PageQuery): Promise<FollowUpCostsDto> {
    return this.part(moment, ref, { rows: FOLLOW_UP_COSTS, query });
  }

  /** @throws NotFound */
  commitmentAuthorisations(
    moment: Moment,
    ref: string,
    query: PageQuery,
  ): Promise<CommitmentAuthorisationsDto> {
    return this.part(moment, ref, { rows: AUTHORISATIONS, query });
  }

  /** @throws NotFound */
  grants(moment: Moment, ref: string, query: PageQuery): Promise<GrantsDto> {
    return this.part(moment, ref, { rows: GRANTS, query });
  }

  /** @throws NotFound */
  gapDestinations(moment: Moment, ref: string, query: PageQuery): Promise<GapDestinationsDto> {
    return this.part(moment, ref, { rows: DESTINATIONS, query });
  }

  /** Each answer's items are what the select of its rows says. */
  private async part<List extends { items: unknown[] }>(
    moment: Moment,
    ref: string,
    { rows, query }: { rows: string; query: PageQuery },
  ): Promise<List & { total: number; version: number; page: number; pageSize: number; moment: string }> {
    const { column, value } = projectKey(ref);
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<PartPage & Pick<List, 'items'>>(moment, pageOfPart(rows, column), [
      value,
      pageSize,
      offset,
    ]);
    if (row === undefined) throw new NotFound('project');
    const { rev, ...answer } = row;
    return { ...answer, page, pageSize, moment: momentName(rev, moment) } as never;
  }
}
