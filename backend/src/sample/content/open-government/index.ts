import { dataManagement } from './data-management.js';
import { feedbackRelaunch } from './feedback-relaunch.js';
import { participationPortal } from './participation-portal.js';
import { smartCityAlliance } from './smart-city-alliance.js';
import { transparencyPortal } from './transparency-portal.js';

/** Stories of action field 5, Open Government und Daten. */
export const openGovernmentStories = [
  feedbackRelaunch,
  participationPortal,
  transparencyPortal,
  dataManagement,
  smartCityAlliance,
];
