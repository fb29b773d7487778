import { Injectable } from '@nestjs/common';
import { cataloguePage, type CatalogueQuery, type Moment, Reads } from '../platform/index.js';
import type {
  ActionFieldListDto,
  CatalogueEntryListDto,
  DesignPrincipleListDto,
  OfStrategyQuery,
} from './dto/catalogue.dto.js';
import { ACTION_FIELDS, DESIGN_PRINCIPLES, strategyByRef, withValidity } from './strategy.selects.js';

/** Answers what projects can be tagged and measured with. */
@Injectable()
export class CataloguesQueries {
  constructor(private readonly reads: Reads) {}

  /** Lists the check grid of a strategy edition, in its order; empty when there is no such edition. */
  designPrinciples(moment: Moment, query: OfStrategyQuery): Promise<DesignPrincipleListDto> {
    return this.ofStrategy(moment, query, DESIGN_PRINCIPLES);
  }

  /** Lists the fields of action of a strategy edition, in their order; empty when there is no such edition. */
  actionFields(moment: Moment, query: OfStrategyQuery): Promise<ActionFieldListDto> {
    return this.ofStrategy(moment, query, ACTION_FIELDS);
  }

  /** Lists all corridor themes, also those valid no more, by title. */
  corridorThemes(moment: Moment, query: CatalogueQuery): Promise<CatalogueEntryListDto> {
    return this.withValidity(moment, query, 'corridor_theme');
  }

  /** Lists all supported goals, also those valid no more, by title. */
  supportedGoals(moment: Moment, query: CatalogueQuery): Promise<CatalogueEntryListDto> {
    return this.withValidity(moment, query, 'supported_goal');
  }

  private ofStrategy<Item>(moment: Moment, query: OfStrategyQuery, select: string) {
    return cataloguePage<Item>(
      this.reads,
      { moment, query },
      {
        items: `${select} where strategy_id = (${strategyByRef('$1')})`,
        order: 'position, key',
        parameters: [query.strategy ?? null],
      },
    );
  }

  private withValidity<Item>(
    moment: Moment,
    query: CatalogueQuery,
    table: 'corridor_theme' | 'supported_goal',
  ) {
    return cataloguePage<Item>(
      this.reads,
      { moment, query },
      {
        items: withValidity(table, '$1'),
        order: `"isValid" desc, (title ->> 'de') collate "de-x-icu", key`,
        parameters: [moment.today],
      },
    );
  }
}
