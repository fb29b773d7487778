import { Controller, Get, Query } from '@nestjs/common';
import { AtMoment, CatalogueQuery, type Moment, Permission, Requires } from '../platform/index.js';
import { CataloguesQueries } from './catalogues.queries.js';
import {
  ActionFieldListDto,
  CatalogueEntryListDto,
  DesignPrincipleListDto,
  OfStrategyQuery,
} from './dto/catalogue.dto.js';

/** What projects are tagged and measured with: open to everybody. */
@Controller()
export class CataloguesController {
  constructor(private readonly queries: CataloguesQueries) {}

  /** Lists the design principles of a strategy edition: the check grid. */
  @Get('design-principles')
  @Requires(Permission.Anyone)
  designPrinciples(
    @Query() query: OfStrategyQuery,
    @AtMoment() moment: Moment,
  ): Promise<DesignPrincipleListDto> {
    return this.queries.designPrinciples(moment, query);
  }

  /** Lists the fields of action of a strategy edition. */
  @Get('action-fields')
  @Requires(Permission.Anyone)
  actionFields(@Query() query: OfStrategyQuery, @AtMoment() moment: Moment): Promise<ActionFieldListDto> {
    return this.queries.actionFields(moment, query);
  }

  /** Lists the corridor themes (IQ), also those valid no more. */
  @Get('corridor-themes')
  @Requires(Permission.Anyone)
  corridorThemes(@Query() query: CatalogueQuery, @AtMoment() moment: Moment): Promise<CatalogueEntryListDto> {
    return this.queries.corridorThemes(moment, query);
  }

  /** Lists the superior goals that projects support, also those valid no more. */
  @Get('supported-goals')
  @Requires(Permission.Anyone)
  supportedGoals(@Query() query: CatalogueQuery, @AtMoment() moment: Moment): Promise<CatalogueEntryListDto> {
    return this.queries.supportedGoals(moment, query);
  }
}
