import type { DecisionOutcome } from './review.enums.js';

/** What was decided, as the interface, papers and mails say it. */
export const OUTCOME_WORDS: Record<'de' | 'en', Record<DecisionOutcome, string>> = {
  de: {
    noted: 'Zur Kenntnis genommen',
    approved: 'Zugestimmt',
    'approved-with-conditions': 'Mit Auflagen zugestimmt',
    'come-back': 'Wiedervorlage',
    stopped: 'Gestoppt',
  },
  en: {
    noted: 'Noted',
    approved: 'Approved',
    'approved-with-conditions': 'Approved with conditions',
    'come-back': 'Come back',
    stopped: 'Stopped',
  },
};
