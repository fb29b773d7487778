import { PublishedProject } from './published-project.entity.js';

export { PublicationModule } from './publication.module.js';
export { PublicationService } from './publication.service.js';

/** The tables of this feature. */
export const PUBLICATION_ENTITIES = [PublishedProject];
