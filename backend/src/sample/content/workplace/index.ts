import { itServiceCatalogue } from './it-service-catalogue.js';
import { oneDeviceStrategy } from './one-device-strategy.js';
import { outlookMigration } from './outlook-migration.js';
import { telephoneSystem } from './telephone-system.js';

/** Stories of action field 1, IT – moderner Arbeitsplatz. */
export const workplaceStories = [oneDeviceStrategy, outlookMigration, telephoneSystem, itServiceCatalogue];
