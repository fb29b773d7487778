import { describeAccessibility } from '../support/accessibility';

describe('in German, in light and dark colours', () => describeAccessibility('de', { withColours: true }));
