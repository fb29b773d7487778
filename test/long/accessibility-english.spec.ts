import { describeAccessibility } from '../support/accessibility';

describe('in English', () => describeAccessibility('en', { withoutColours: true }));
