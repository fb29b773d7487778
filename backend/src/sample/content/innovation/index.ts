import { citizensOfficeLab } from './citizens-office-lab.js';
import { digitalLab } from './digital-lab.js';
import { innovationFestival } from './innovation-festival.js';
import { secureIdentities } from './secure-identities.js';

/** Stories of action field 6, Innovation. */
export const innovationStories = [digitalLab, citizensOfficeLab, secureIdentities, innovationFestival];
