import { describeAccessibility } from '../support/accessibility';

describe('in German, in dark colours', () =>
  describeAccessibility('de', { theme: 'dark', onlyColours: true }));
