import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IfMatch,
  type Moment,
  Permission,
  Requires,
} from '../platform/index.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { AssessmentsService } from './assessments.service.js';
import { AssessmentsDto, AssessmentsQuery } from './dto/assessments.dto.js';
import { GiveScoreDto, GiveScoresDto } from './dto/score.dto.js';

/** The check grid of a project: nine principles, two voices. */
@ApiTags('assessments')
@Controller('projects/:ref/assessments')
export class AssessmentsController {
  constructor(
    private readonly service: AssessmentsService,
    private readonly queries: AssessmentsQueries,
  ) {}

  /** Both voices side by side, with score, coverage, conflicts and differences. */
  @Get()
  @Requires(Permission.PortfolioRead)
  read(
    @Param('ref') ref: string,
    @Query() { strategy }: AssessmentsQuery,
    @AtMoment() moment: Moment,
  ): Promise<AssessmentsDto> {
    return this.queries.grid(moment, ref, strategy);
  }

  /** Gives several scores of the self-assessment at once, all or none. */
  @Put('self')
  @Requires(Permission.AssessSelf)
  giveSelfScores(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() { scores }: GiveScoresDto,
  ): Promise<CommandAnswer> {
    return this.service.giveScores({ ref, version, actor, voice: 'self' }, scores);
  }

  /** Gives several scores of the review at once, all or none. */
  @Put('review')
  @Requires(Permission.AssessReview)
  giveReviewScores(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() { scores }: GiveScoresDto,
  ): Promise<CommandAnswer> {
    return this.service.giveScores({ ref, version, actor, voice: 'review' }, scores);
  }

  /** Gives or replaces one score of the self-assessment. */
  @Put('self/scores/:principle')
  @Requires(Permission.AssessSelf)
  giveSelfScore(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Param('principle') principle: string,
    @IfMatch() version: number,
    @Body() score: GiveScoreDto,
  ): Promise<CommandAnswer> {
    return this.service.giveScore({ ref, version, actor, voice: 'self' }, principle, score);
  }

  /** Gives or replaces one score of the review. */
  @Put('review/scores/:principle')
  @Requires(Permission.AssessReview)
  giveReviewScore(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Param('principle') principle: string,
    @IfMatch() version: number,
    @Body() score: GiveScoreDto,
  ): Promise<CommandAnswer> {
    return this.service.giveScore({ ref, version, actor, voice: 'review' }, principle, score);
  }

  /** Takes one score of the self-assessment back. */
  @Delete('self/scores/:principle')
  @Requires(Permission.AssessSelf)
  withdrawSelfScore(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Param('principle') principle: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.service.withdrawScore({ ref, version, actor, voice: 'self' }, principle);
  }

  /** Takes one score of the review back. */
  @Delete('review/scores/:principle')
  @Requires(Permission.AssessReview)
  withdrawReviewScore(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Param('principle') principle: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.service.withdrawScore({ ref, version, actor, voice: 'review' }, principle);
  }
}
