import { describeAccessibility } from '../support/accessibility';

describe('in English', () => describeAccessibility('en', { withColours: false }));
