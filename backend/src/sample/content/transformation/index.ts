import { agendaProcess } from './agenda-process.js';
import { changeAdvisors } from './change-advisors.js';
import { officeStrategies } from './office-strategies.js';
import { strategyUpdate } from './strategy-update.js';

/** Stories of action field 7, Transformation und Kulturwandel. */
export const transformationStories = [strategyUpdate, agendaProcess, changeAdvisors, officeStrategies];
