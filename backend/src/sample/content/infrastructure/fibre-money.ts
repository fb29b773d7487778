import type { Story } from '../../story.js';

/** What the fibre network needs, has and still lacks. */
export const fibreMoney: Pick<
  Story,
  'needs' | 'lines' | 'counterFundings' | 'followUpCosts' | 'authorisations' | 'grants' | 'destinations'
> = {
  needs: [
    { year: -2, kind: 'capital', euros: 2870000, note: 'Trassenbau' },
    {
      year: -1,
      kind: 'capital',
      euros: 4200000,
      note: 'Trassenbau, Hausanschlüsse',
      before: [3400000, -368, 'Meterpreise des neuen Rahmenvertrags.'],
    },
    {
      year: 0,
      kind: 'capital',
      euros: 4900000,
      note: 'Trassenbau, Hausanschlüsse',
      before: [3400000, -368, 'Meterpreise des neuen Rahmenvertrags.'],
    },
    { year: 1, kind: 'capital', euros: 2600000, note: 'Höhenstadtteile, Restanschlüsse' },
    { year: 0, kind: 'operating', euros: 240000, note: 'Mietleitungen bis zum Ausbau' },
    { year: 1, kind: 'operating', euros: 210000, note: 'Mietleitungen bis zum Ausbau' },
    { year: 0, kind: 'capital', direction: 'revenue', euros: 900000, note: 'Landesförderung Breitband' },
  ],
  lines: [
    { year: -2, kind: 'capital', appropriation: 3200000, actual: 2870000, forecast: 2870000 },
    {
      year: -1,
      kind: 'capital',
      appropriation: 3400000,
      amendments: 450000,
      carryOver: 330000,
      actual: 4120000,
      forecast: 4120000,
    },
    {
      year: 0,
      kind: 'capital',
      appropriation: 3400000,
      carryOver: 60000,
      committed: 1150000,
      actual: 3310000,
      forecast: 4850000,
      note: 'Prognose über Ansatz, zwei Lose ohne Deckung',
    },
    { year: 1, kind: 'capital', appropriation: 1500000, forecast: 2600000 },
    { year: 0, kind: 'operating', appropriation: 240000, actual: 228000, forecast: 240000 },
    { year: 1, kind: 'operating', appropriation: 100000 },
    {
      year: 0,
      kind: 'capital',
      direction: 'revenue',
      appropriation: 900000,
      actual: 450000,
      forecast: 900000,
      note: 'Landesförderung, zweite Rate nach Bauabschluss',
    },
  ],
  counterFundings: [
    {
      year: 0,
      kind: 'capital',
      source: 'additional-revenue',
      euros: 300000,
      explanation: 'Überlassung von Leerrohren an einen Netzbetreiber',
      secured: false,
    },
  ],
  followUpCosts: [{ kind: 'operating', from: 2, euros: 260000, note: 'Betrieb und Entstörung des Netzes' }],
  authorisations: [
    {
      year: 0,
      euros: 2600000,
      cash: [
        [1, 1600000],
        [2, 1000000],
      ],
      note: 'Trassenbau im Rahmenvertrag',
    },
  ],
  grants: [
    {
      giver: 'Bund',
      title: 'Anschluss von Schulen und Verwaltungsgebäuden',
      state: 'approved',
      decided: -420,
      euros: 2400000,
      eligible: 4800000,
      percent: 50,
      purpose: 'Nur Anschlüsse von Schulen und Verwaltungsgebäuden, kein Anschluss Dritter',
      boundUntil: 2900,
    },
  ],
  destinations: [
    {
      year: 0,
      kind: 'capital',
      budgetOf: 0,
      stage: 'planned',
      note: 'Nachtrag, mit der Kämmerei abgestimmt',
    },
    { year: 1, kind: 'capital', budgetOf: 2, stage: 'registered', note: 'Bauabschnitt wird verschoben' },
    { year: 1, kind: 'operating', budgetOf: 1, stage: 'rejected', note: 'Aus dem Amtsbudget zu decken' },
  ],
};
