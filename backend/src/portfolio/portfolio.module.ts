import { Module } from '@nestjs/common';
import { ComparisonModule } from '../comparison/index.js';
import { ComparisonController } from './comparison/comparison.controller.js';
import { ComparisonQueries } from './comparison/comparison.queries.js';
import { HeatmapQueries } from './figures/heatmap.queries.js';
import { PortfolioController } from './figures/portfolio.controller.js';
import { SummaryQueries } from './figures/summary.queries.js';
import { ExportConnections } from './list/export-connections.js';
import { ProjectFileQueries } from './list/project-file.queries.js';
import { ProjectListController } from './list/project-list.controller.js';
import { ProjectListQueries } from './list/project-list.queries.js';
import { OverviewProjection } from './overview/overview.projection.js';

/** Reads across all features: the read model of projects, lists, files, figures. */
@Module({
  imports: [ComparisonModule],
  controllers: [ProjectListController, PortfolioController, ComparisonController],
  providers: [
    OverviewProjection,
    ProjectListQueries,
    ProjectFileQueries,
    ExportConnections,
    SummaryQueries,
    HeatmapQueries,
    ComparisonQueries,
  ],
  exports: [OverviewProjection],
})
export class PortfolioModule {}
