import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, NoHistory, Permission, Requires } from '../../platform/index.js';
import { WatchDto } from './watching.dto.js';
import { WatchingQueries } from './watching.queries.js';
import { WatchingService } from './watching.service.js';

/** Whether the person who asks watches a project; nobody else sees it. */
@ApiTags('my-work')
@NoHistory()
@Controller('projects/:ref/watch')
export class WatchingController {
  constructor(
    private readonly service: WatchingService,
    private readonly queries: WatchingQueries,
  ) {}

  /** Whether the own start page tells of changes of the project. */
  @Get()
  @Requires(Permission.PortfolioRead)
  read(@CurrentActor() actor: Actor, @Param('ref') ref: string): Promise<WatchDto> {
    return this.queries.one(actor, ref);
  }

  /** Watches the project. */
  @Put()
  @HttpCode(204)
  @Requires(Permission.PortfolioRead)
  watch(@CurrentActor() actor: Actor, @Param('ref') ref: string): Promise<void> {
    return this.service.watch(actor, ref);
  }

  /** Watches it no more. */
  @Delete()
  @HttpCode(204)
  @Requires(Permission.PortfolioRead)
  unwatch(@CurrentActor() actor: Actor, @Param('ref') ref: string): Promise<void> {
    return this.service.unwatch(actor, ref);
  }
}
