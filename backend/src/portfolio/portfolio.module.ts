import { Module } from '@nestjs/common';
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
  controllers: [ProjectListController, PortfolioController],
  providers: [
    OverviewProjection,
    ProjectListQueries,
    ProjectFileQueries,
    ExportConnections,
    SummaryQueries,
    HeatmapQueries,
  ],
  exports: [OverviewProjection],
})
export class PortfolioModule {}
