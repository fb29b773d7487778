import type { ConditionOwner, ConditionState, DecisionOutcome } from '../review.enums.js';

/** What was asked for in a made-up decision; days count from today. */
export interface SampleCondition {
  text: string;
  dueIn: number;
  ownerRole: ConditionOwner;
  state: ConditionState;
  evidence?: string;
  answer?: string;
}

/** A made-up decision; days count from today. */
export interface SampleDecision {
  outcome: DecisionOutcome;
  text: string;
  comeBackIn?: number;
  conditions?: SampleCondition[];
}

/** A made-up session that was held, or that is planned when nothing was decided yet. */
export interface SampleSession {
  number: number;
  heldIn: number;
  /** For its projects, one after the other. */
  decisions: SampleDecision[];
}

/** Three sessions: two that were held and one that is planned. */
export const SAMPLE_SESSIONS: readonly SampleSession[] = [
  {
    number: 11,
    heldIn: -101,
    decisions: [
      {
        outcome: 'approved-with-conditions',
        text: 'Die Kommission stützt den neuen Zeitplan und erwartet eine belastbare Ressourcenplanung.',
        conditions: [
          {
            text: 'Ressourcenplanung bis Jahresende mit dem Personal- und Organisationsamt abstimmen und vorlegen.',
            dueIn: -60,
            ownerRole: 'project-lead',
            state: 'met',
            evidence: 'Abgestimmte Planung liegt vor, zwei Stellen sind bis Jahresende zugesagt.',
            answer: 'Reicht aus.',
          },
          {
            text: 'Rückfallebene für den Fall beschreiben, dass der Anbieter den Termin nicht hält.',
            dueIn: -45,
            ownerRole: 'project-lead',
            state: 'returned',
            evidence: 'Der Anbieter hat den Termin zugesagt.',
            answer:
              'Eine Zusage ist keine Rückfallebene. Bitte beschreiben, was ohne den Anbieter geschieht.',
          },
        ],
      },
      { outcome: 'noted', text: 'Der Bericht wird zur Kenntnis genommen.' },
      {
        outcome: 'come-back',
        text: 'Vor einer Entscheidung soll die Deckung im Finanzhaushalt geklärt sein.',
        comeBackIn: -40,
      },
      { outcome: 'approved', text: 'Die Kommission empfiehlt, wie vorgeschlagen fortzufahren.' },
      { outcome: 'noted', text: '' },
    ],
  },
  {
    number: 12,
    heldIn: -38,
    decisions: [
      {
        outcome: 'approved-with-conditions',
        text: 'Fortsetzung mit Auflage; die Kommission sieht den Terminverzug mit Sorge.',
        conditions: [
          {
            text: 'Zeitplan mit allen beteiligten Ämtern neu abstimmen.',
            dueIn: -5,
            ownerRole: 'project-lead',
            state: 'reported',
            evidence: 'Neuer Plan in der Lenkungsrunde am vergangenen Montag verabschiedet.',
          },
        ],
      },
      {
        outcome: 'approved-with-conditions',
        text: 'Zustimmung, sofern die Folgekosten benannt werden.',
        conditions: [
          {
            text: 'Folgekosten für die Jahre nach Projektende beziffern.',
            dueIn: 20,
            ownerRole: 'finance',
            state: 'open',
          },
        ],
      },
      {
        outcome: 'come-back',
        text: 'Erneute Beratung in der nächsten Sitzung, dann mit den Ergebnissen des Pilotbetriebs.',
        comeBackIn: 16,
      },
      { outcome: 'noted', text: 'Der Bericht wird zur Kenntnis genommen.' },
      { outcome: 'approved', text: 'Die Kommission stimmt der Ausweitung auf alle Ämter zu.' },
      { outcome: 'noted', text: '' },
    ],
  },
  { number: 13, heldIn: 16, decisions: [] },
];
