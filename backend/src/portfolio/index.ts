import { ProjectOverview } from './overview/project-overview.entity.js';

export { LOAD_GRIDS } from './overview/load-parts.js';
export { overviewContext, overviewOf } from './overview/overview-of.js';
export { OverviewProjection, rebuildAll } from './overview/overview.projection.js';
export { columnsOf, type OverviewRow } from './overview/overview-row.js';
export type { OverviewContext, ProjectParts } from './overview/project-parts.js';
export { PortfolioModule } from './portfolio.module.js';

/** The tables of this feature. */
export const PORTFOLIO_ENTITIES = [ProjectOverview];
