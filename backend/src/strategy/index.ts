import { ActionField } from './action-field.entity.js';
import { AgendaEntry } from './agenda-entry.entity.js';
import { CorridorTheme } from './corridor-theme.entity.js';
import { DesignPrinciple } from './design-principle.entity.js';
import { DigitalAgenda } from './digital-agenda.entity.js';
import { Strategy } from './strategy.entity.js';
import { SupportedGoal } from './supported-goal.entity.js';

export { ActionField, AgendaEntry, CorridorTheme, DesignPrinciple, DigitalAgenda, Strategy, SupportedGoal };
export { describeFault, type FileFault } from './loading/file-fault.rules.js';
export type { LoadReport, SectionReport } from './loading/load-report.js';
export { StrategyFileRefused } from './loading/strategy-file.errors.js';
export { StrategyLoader } from './loading/strategy-loader.service.js';
export { StrategyModule } from './strategy.module.js';
export { actionFieldByRef, agendaByRef, corridorThemeByRef, supportedGoalByRef } from './strategy.refs.js';
export { CURRENT_STRATEGY as CURRENT_STRATEGY_SQL } from './strategy.selects.js';

/** The tables of this feature. */
export const STRATEGY_ENTITIES = [
  Strategy,
  DesignPrinciple,
  ActionField,
  CorridorTheme,
  SupportedGoal,
  DigitalAgenda,
  AgendaEntry,
];
