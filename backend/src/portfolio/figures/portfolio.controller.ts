import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CurrentActor,
  type Moment,
  Permission,
  Requires,
} from '../../platform/index.js';
import { HeatmapDto, HeatmapQuery, PortfolioSummaryDto } from '../dto/figures.dto.js';
import { ProjectFilterQuery } from '../dto/project-filter.dto.js';
import { HeatmapQueries } from './heatmap.queries.js';
import { SummaryQueries } from './summary.queries.js';

/** What all projects add up to. */
@ApiTags('portfolio')
@Controller('portfolio')
export class PortfolioController {
  constructor(
    private readonly summaries: SummaryQueries,
    private readonly heatmaps: HeatmapQueries,
  ) {}

  /** Counts, means, conflicts and sums of the projects that match the filters. */
  @Get('summary')
  @Requires(Permission.PortfolioRead)
  summary(
    @Query() query: ProjectFilterQuery,
    @AtMoment() moment: Moment,
    @CurrentActor() actor: Actor,
  ): Promise<PortfolioSummaryDto> {
    return this.summaries.summary(query, moment, actor);
  }

  /** The check grids of the projects that match the filters: principles by action fields or by projects. */
  @Get('heatmap')
  @Requires(Permission.PortfolioRead)
  heatmap(
    @Query() query: HeatmapQuery,
    @AtMoment() moment: Moment,
    @CurrentActor() actor: Actor,
  ): Promise<HeatmapDto> {
    return this.heatmaps.heatmap(query, moment, actor);
  }
}
