import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AtMoment, type Moment, Permission, Requires } from '../../platform/index.js';
import { DependenciesQueries } from './dependencies.queries.js';
import { DependenciesDto } from './dependency.dto.js';

/** What a project waits for. */
@ApiTags('projects')
@Controller('projects/:ref/dependencies')
export class DependenciesController {
  constructor(private readonly queries: DependenciesQueries) {}

  /** Lists the projects that this one depends on, with the dates that slipped there and what they run into here. */
  @Get()
  @Requires(Permission.PortfolioRead)
  list(@Param('ref') ref: string, @AtMoment() moment: Moment): Promise<DependenciesDto> {
    return this.queries.list(ref, moment);
  }
}
