import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CurrentActor,
  type Moment,
  PageQuery,
  Permission,
  Requires,
} from '../platform/index.js';
import { ConditionListDto } from './dto/review-condition.dto.js';
import { ProjectDecisionListDto } from './dto/review-decision.dto.js';
import { ProjectReviewsQueries } from './project-reviews.queries.js';

/** What the commission decided about a project, and asks of it. */
@ApiTags('reviews')
@Controller('projects/:ref')
export class ProjectReviewsController {
  constructor(private readonly queries: ProjectReviewsQueries) {}

  /** Decisions about the project, the newest first. */
  @Get('decisions')
  @Requires(Permission.PortfolioRead)
  decisions(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<ProjectDecisionListDto> {
    return this.queries.decisions(moment, ref, query);
  }

  /** Conditions of the project, those not met first, by due date. */
  @Get('conditions')
  @Requires(Permission.PortfolioRead)
  conditions(
    @Param('ref') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
    @CurrentActor() actor: Actor,
  ): Promise<ConditionListDto> {
    return this.queries.conditionsOf(actor, moment, ref, query);
  }
}
