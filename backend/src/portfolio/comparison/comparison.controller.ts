import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  AtMoment,
  CurrentActor,
  type Moment,
  NoHistory,
  Permission,
  Requires,
} from '../../platform/index.js';
import { ComparisonQuery, PortfolioComparisonDto } from '../dto/comparison.dto.js';
import { ComparisonQueries } from './comparison.queries.js';

/** The difference of any two moments. It names both itself, so it takes no third one. */
@ApiTags('portfolio')
@Controller('portfolio/compare')
@NoHistory()
export class ComparisonController {
  constructor(private readonly comparisons: ComparisonQueries) {}

  /** What came, went, moved phase, turned, slipped, costs more or less, was re-scored or changed; dropped projects included. */
  @Get()
  @Requires(Permission.PortfolioRead)
  @ApiOkResponse({ type: PortfolioComparisonDto })
  async compare(
    @Query() query: ComparisonQuery,
    @AtMoment('from') from: Moment,
    @AtMoment('to') to: Moment,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PortfolioComparisonDto | StreamableFile> {
    if (query.format !== 'csv') return this.comparisons.page(query, { from, to, actor });
    const { name, content } = await this.comparisons.csv(query, { from, to, actor });
    reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
    return new StreamableFile(content, { type: 'text/csv; charset=utf-8' });
  }
}
