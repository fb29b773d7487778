import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IdPipe,
  IfMatch,
  type Moment,
  Permission,
  Requires,
} from '../platform/index.js';
import { AnswerEvidenceDto, PutEvidenceDto } from './dto/review-condition-input.dto.js';
import { ConditionListDto, ConditionsQuery } from './dto/review-condition.dto.js';
import { ProjectReviewsQueries } from './project-reviews.queries.js';
import { ReviewConditionsService } from './review-conditions.service.js';

/** Conditions of all projects, until they are met. */
@ApiTags('reviews')
@Controller('conditions')
export class ConditionsController {
  constructor(
    private readonly conditions: ReviewConditionsService,
    private readonly queries: ProjectReviewsQueries,
  ) {}

  /** Conditions, those not met first, by due date. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(
    @Query() query: ConditionsQuery,
    @AtMoment() moment: Moment,
    @CurrentActor() actor: Actor,
  ): Promise<ConditionListDto> {
    return this.queries.conditions(actor, moment, query);
  }

  /** Presents what shows that a condition is met. */
  @Put(':id/evidence')
  @Requires(Permission.ConditionReport)
  report(
    @Param('id', IdPipe) id: string,
    @Body() input: PutEvidenceDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.conditions.report({ id, version, actor }, input);
  }

  /** Accepts the evidence, or returns it with what is missing. */
  @Post(':id/answer')
  @Requires(Permission.SessionEdit)
  answer(
    @Param('id', IdPipe) id: string,
    @Body() input: AnswerEvidenceDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.conditions.answer({ id, version, actor }, input);
  }
}
