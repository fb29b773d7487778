import { ProjectOverview } from './overview/project-overview.entity.js';

export { CountDto, CountsDto, MeanDto } from './dto/figures.dto.js';
export { ListedActionFieldDto, ListedCo2Dto, ListedCoverageDto } from './dto/project-list.dto.js';
export { answerOnce } from './figures/kept-figures.js';
export { type AnswerOfRevision, KeptAnswers } from './kept-answers.js';
export { anyOf, anyOrNull, isNamed, or } from './list/conditions.js';
export { csvSheet, type WrittenFile } from '../platform/documents/index.js';
export { ExportConnections } from './list/export-connections.js';
export { partSql, prefixQuery } from './list/search-sql.js';
export { SqlValues } from './list/sql-values.js';
export { LOAD_GRIDS } from './overview/load-parts.js';
export { overviewContext, overviewOf } from './overview/overview-of.js';
export { OverviewProjection, rebuildAll } from './overview/overview.projection.js';
export { columnsOf, type OverviewRow } from './overview/overview-row.js';
export type { OverviewContext, ProjectParts } from './overview/project-parts.js';
export {
  CO2_FILTERS,
  type Co2Filter,
  DECLARED_BUDGET_STATE_FILTERS,
  type DeclaredBudgetStateFilter,
  SHOWN_LIGHTS,
  type ShownLight,
} from './portfolio.enums.js';
export { PortfolioModule } from './portfolio.module.js';

/** The tables of this feature. */
export const PORTFOLIO_ENTITIES = [ProjectOverview];
