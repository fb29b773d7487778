import type { Story } from '../../story.js';

export const applicationAnalysis: Story = {
  number: 12,
  officeKey: 'it',
  summary:
    'Alle rund 430 Fachanwendungen der Stadt werden mit Zweck, Daten, Schnittstellen, Kosten und Vertragslaufzeit erfasst. Daraus entsteht ein gepflegtes Verzeichnis und ein Plan, welche Anwendungen zusammengelegt, abgelöst oder abgeschaltet werden.',
  goal: 'Die Stadt soll wissen, welche Anwendungen sie betreibt, was sie kosten und wo Daten doppelt gehalten werden. Neue Beschaffungen werden gegen das Verzeichnis geprüft.',
  expectedEffect:
    'Doppelte Anwendungen und ungenutzte Lizenzen werden abgebaut, Schnittstellen gezielt geschaffen. Die Kosten je Anwendung sind erstmals vergleichbar.',
  visibility: 'internal',
  furtherFields: ['open-government'],
  themes: ['modern-administration'],
  tags: ['Anwendungen', 'Datenmanagement'],
  phases: [{ day: -690, to: 'in-progress', reason: 'Personal für die Erhebung steht bereit.' }],
  schedule: { start: -760, baselineEnd: 150, approvedEnd: 150, expectedEnd: 150 },
  co2: {
    effect: 'positive',
    magnitude: 'minor',
    reason: 'Abgeschaltete Anwendungen geben Server frei; beziffert wird das nach der Bereinigung.',
  },
  financialEffects: true,
  declaredBudgetState: 'full',
  self: {
    'user-needs': [2, 'Die Fachämter werden befragt, Nutzende der Anwendungen bisher nur in Einzelfällen.'],
    efficiency: [
      4,
      'Ungenutzte Lizenzen für 85.000 Euro im Jahr sind bereits gekündigt, weitere sind berechnet.',
    ],
    sovereignty: [3, 'Das Verzeichnis liegt bei der Stadt und macht Abhängigkeiten von Anbietern sichtbar.'],
    openness: [2, 'Das Verzeichnis ist für alle Ämter offen, eine Veröffentlichung wird geprüft.'],
    'security-privacy': [3, 'Schutzbedarf und Verarbeitungstätigkeiten werden gleich mit erfasst.'],
  },
  milestones: [
    { title: 'Erhebungsbogen abgestimmt', baseline: -600, actual: -605 },
    { title: 'Erste Hälfte der Ämter erhoben', baseline: -330, actual: -318 },
    {
      title: 'Alle Ämter erhoben',
      baseline: -60,
      moves: [{ day: -120, to: -25, reason: 'Eigenbetriebe wurden zusätzlich aufgenommen.' }],
      actual: -24,
    },
    { title: 'Bereinigungsplan', baseline: 90 },
    { title: 'Verzeichnis im Regelbetrieb', baseline: 150 },
  ],
  risks: [
    {
      title: 'Angaben der Ämter sind unvollständig',
      description: 'Vertragslaufzeiten sind oft nur in Papierakten dokumentiert.',
      rating: [3, 3],
      response: 'Abgleich mit der Stadtkämmerei und der Vergabestelle.',
      ownerRole: 'Projektleitung',
    },
    {
      title: 'Verzeichnis wird nicht gepflegt',
      description: 'Ohne Pflegeprozess ist das Ergebnis nach zwei Jahren veraltet.',
      rating: [3, 4],
      response: 'Pflege wird Aufgabe der Fachadministration.',
      ownerRole: 'Leitung Anwendungen',
    },
  ],
  reports: [
    {
      day: -660,
      lights: 'GGGG',
      progress: 8,
      done: 'Team aufgestellt, Werkzeug für das Verzeichnis ausgewählt.',
      next: 'Erhebungsbogen mit drei Ämtern erproben.',
    },
    {
      day: -595,
      lights: 'GGGG',
      progress: 15,
      done: 'Erhebungsbogen abgestimmt, vier Ämter erhoben.',
      next: 'Erhebung in Gruppen fortsetzen.',
    },
    {
      day: -480,
      lights: 'GGGG',
      progress: 28,
      done: '120 Anwendungen erfasst.',
      next: 'Technische Ämter erheben.',
    },
    {
      day: -315,
      lights: 'GGGG',
      progress: 46,
      done: 'Hälfte der Ämter erhoben, 230 Anwendungen erfasst.',
      next: 'Ungenutzte Lizenzen prüfen.',
    },
    {
      day: -205,
      lights: 'GGGG',
      progress: 58,
      done: 'Lizenzen für 85.000 Euro im Jahr gekündigt.',
      next: 'Sozial- und Jugendbehörde erheben.',
    },
    {
      day: -118,
      lights: 'AGGG',
      progress: 68,
      done: '370 Anwendungen erfasst.',
      next: 'Eigenbetriebe aufnehmen.',
      worse: ['Eigenbetriebe kamen zusätzlich hinzu', 'Zwei Werkstudierende unterstützen die Erhebung.'],
    },
    {
      day: -18,
      lights: 'GGGG',
      progress: 78,
      done: 'Alle Ämter und Eigenbetriebe erhoben, 431 Anwendungen im Verzeichnis.',
      next: 'Bereinigungsplan mit den Ämtern abstimmen.',
    },
  ],
  needs: [
    { year: -1, kind: 'operating', euros: 90000, note: 'Werkzeug, Erhebung' },
    { year: 0, kind: 'operating', euros: 85000, note: 'Erhebung, Auswertung' },
    { year: 1, kind: 'operating', euros: 30000, note: 'Wartung des Werkzeugs' },
  ],
  lines: [
    { year: -1, kind: 'operating', appropriation: 95000, actual: 88000, forecast: 88000 },
    { year: 0, kind: 'operating', appropriation: 90000, actual: 76000, forecast: 82000 },
    { year: 1, kind: 'operating', appropriation: 35000 },
  ],
};
