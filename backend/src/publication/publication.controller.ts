import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AsOfQuery,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IfMatch,
  type Moment,
  Permission,
  Requires,
} from '../platform/index.js';
import { PublicationDto } from './dto/publication.dto.js';
import { PublicationQueries } from './publication.queries.js';
import { PublicationService } from './publication.service.js';

/** What of a project is public. */
@ApiTags('projects')
@Controller('projects/:ref/publication')
export class PublicationController {
  constructor(
    private readonly publications: PublicationService,
    private readonly queries: PublicationQueries,
  ) {}

  /** What is public of the project beside what would be. */
  @Get()
  @Requires(Permission.PortfolioRead)
  publication(
    @Param('ref') ref: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<PublicationDto> {
    return this.queries.publication(ref, moment);
  }

  /** Publishes the public fields of the project as they are now, or publishes anew what has changed since. */
  @Put()
  @Requires(Permission.ProjectPublish)
  publish(
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.publications.publish({ ref, version, actor });
  }

  /** Withdraws the project from the public, its past included. */
  @Delete()
  @Requires(Permission.ProjectPublish)
  withdraw(
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.publications.withdraw({ ref, version, actor });
  }
}
