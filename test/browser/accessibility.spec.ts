import { describeAccessibility } from '../support/accessibility';

describe('in German, in light colours', () => describeAccessibility('de'));
