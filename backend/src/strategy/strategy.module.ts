import { Module } from '@nestjs/common';
import { CataloguesController } from './catalogues.controller.js';
import { CataloguesQueries } from './catalogues.queries.js';
import { StrategyLoader } from './loading/strategy-loader.service.js';
import { StrategyController } from './strategy.controller.js';
import { StrategyQueries } from './strategy.queries.js';

/** Strategy editions with their check grid and fields of action, agendas, themes and goals. */
@Module({
  controllers: [StrategyController, CataloguesController],
  providers: [StrategyQueries, CataloguesQueries, StrategyLoader],
  exports: [StrategyLoader],
})
export class StrategyModule {}
