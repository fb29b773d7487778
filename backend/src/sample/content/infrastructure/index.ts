import { cityApp } from './city-app.js';
import { digitalTwin } from './digital-twin.js';
import { electronicFiles } from './electronic-files.js';
import { fibreNetwork } from './fibre-network.js';
import { learningIslands } from './learning-islands.js';
import { smartSquare } from './smart-square.js';
import { websiteRelaunch } from './website-relaunch.js';

/** Stories of action field 2, Infrastruktur und Plattformen. */
export const infrastructureStories = [
  fibreNetwork,
  electronicFiles,
  websiteRelaunch,
  smartSquare,
  digitalTwin,
  learningIslands,
  cityApp,
];
