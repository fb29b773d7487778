import { Controller, Get, Query } from '@nestjs/common';
import { AtMoment, CatalogueQuery, type Moment, Permission, Requires } from '../platform/index.js';
import { CouncilBodyListDto, OrgUnitListDto } from './dto/organisation.dto.js';
import { OrganisationQueries } from './organisation.queries.js';

@Controller()
export class OrganisationController {
  constructor(private readonly queries: OrganisationQueries) {}

  /** Lists directorates, offices and municipal companies, also those that exist no more. */
  @Get('org-units')
  @Requires(Permission.PortfolioRead)
  orgUnits(@Query() query: CatalogueQuery, @AtMoment() moment: Moment): Promise<OrgUnitListDto> {
    return this.queries.orgUnits(moment, query);
  }

  /** Lists council bodies, also those that exist no more; open to everybody. */
  @Get('council-bodies')
  @Requires(Permission.Anyone)
  councilBodies(@Query() query: CatalogueQuery, @AtMoment() moment: Moment): Promise<CouncilBodyListDto> {
    return this.queries.councilBodies(moment, query);
  }
}
