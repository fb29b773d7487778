import type { Story } from '../../story.js';

export const itServiceCatalogue: Story = {
  number: 4,
  officeKey: 'it',
  summary:
    'Alle Leistungen des IT-Amts werden in einem Katalog beschrieben, mit Preis, Lieferzeit und Ansprechstelle. Ämter bestellen Geräte, Zugänge und Programme über ein Portal und sehen dort den Stand ihrer Bestellung.',
  goal: 'Bestellungen sollen ohne Formulare und Rückfragen laufen, Zusagen sollen messbar sein. Der Katalog ist Grundlage für die Verrechnung der IT-Leistungen.',
  expectedEffect:
    'Die mittlere Bearbeitungszeit einer Standardbestellung sinkt von elf auf vier Arbeitstage. Das Service-Desk wird um etwa 6.000 Rückfragen im Jahr entlastet.',
  visibility: 'internal',
  themes: ['modern-administration'],
  tags: ['IT-Servicemanagement'],
  phases: [{ day: -880, to: 'in-progress' }],
  schedule: { start: -990, baselineEnd: -180, approvedEnd: -180, expectedEnd: -120 },
  co2: {
    effect: 'none',
    reason: 'Ein Bestellportal auf vorhandenen Servern verändert den Energiebedarf nicht nennenswert.',
  },
  financialEffects: true,
  declaredBudgetState: 'full',
  self: {
    'user-needs': [
      3,
      'Beschreibungen wurden mit den IT-Beauftragten von acht Ämtern in verständliche Sprache gebracht.',
    ],
    efficiency: [
      3,
      'Standardbestellungen laufen ohne Papier und Rückfrage; die Ersparnis ist je Leistung geschätzt.',
    ],
    sovereignty: [3, 'Das Portal beruht auf einer quelloffenen Software und läuft im eigenen Rechenzentrum.'],
    openness: [2, 'Preise und Lieferzeiten sind für alle Ämter einsehbar.'],
    innovation: [2, 'Neue Leistungen lassen sich ohne Programmierung ergänzen.'],
    'security-privacy': [3, 'Genehmigungen und Rechte sind nach dem Vier-Augen-Prinzip abgebildet.'],
    sustainability: [1, 'Keine nennenswerten Auswirkungen.'],
    'local-network': ['n/a', 'Der Katalog richtet sich ausschließlich an die eigenen Ämter.'],
    'wider-network': [2, 'Der Aufbau folgt dem Muster des kommunalen Rechenzentrums.'],
  },
  milestones: [
    { title: 'Leistungen aufgenommen', baseline: -700, actual: -690 },
    {
      title: 'Portal mit den zwanzig häufigsten Leistungen',
      baseline: -480,
      moves: [{ day: -520, to: -430, reason: 'Genehmigungswege mussten neu abgestimmt werden.' }],
      actual: -425,
    },
    {
      title: 'Alle 140 Leistungen beschrieben',
      baseline: -260,
      moves: [
        { day: -330, to: -120, reason: 'Fachbereiche liefern Beschreibungen verspätet.' },
        { day: -130, to: 40, reason: 'Preise für Serverleistungen fehlen.' },
      ],
    },
    {
      title: 'Verrechnung aus dem Katalog',
      baseline: -180,
      moves: [{ day: -330, to: 60, reason: 'Folge der fehlenden Beschreibungen.' }],
    },
  ],
  risks: [
    {
      title: 'Beschreibungen veralten',
      description: 'Ohne feste Zuständigkeit werden Preise und Lieferzeiten nicht gepflegt.',
      rating: [4, 2],
      response: 'Jede Leistung bekommt eine verantwortliche Stelle, jährliche Prüfung.',
      ownerRole: 'Projektleitung',
    },
    {
      title: 'Verrechnung wird nicht rechtzeitig abgestimmt',
      description: 'Die Verrechnungssätze brauchen die Zustimmung der Stadtkämmerei.',
      rating: [3, 3],
      response: 'Gemeinsamer Termin je Quartal mit der Kämmerei.',
      ownerRole: 'Sachgebiet Finanzen IT',
    },
  ],
  reports: [
    {
      day: -718,
      lights: 'GGGG',
      progress: 20,
      done: '140 Leistungen aufgenommen und geordnet.',
      next: 'Software für das Portal auswählen.',
    },
    {
      day: -610,
      lights: 'GGGG',
      progress: 30,
      done: 'Portalsoftware ausgewählt und installiert.',
      next: 'Die zwanzig häufigsten Leistungen beschreiben.',
    },
    {
      day: -515,
      lights: 'AGGG',
      progress: 40,
      done: 'Zwölf Leistungen beschrieben, Genehmigungswege erhoben.',
      next: 'Genehmigungswege vereinfachen.',
      worse: [
        'Genehmigungswege sind je Amt verschieden',
        'Zwei einheitliche Wege werden mit dem Hauptamt abgestimmt.',
      ],
    },
    {
      day: -420,
      lights: 'GGGG',
      progress: 55,
      done: 'Portal mit zwanzig Leistungen gestartet, 900 Bestellungen im ersten Monat.',
      next: 'Weitere Leistungen in Paketen von zwanzig ergänzen.',
    },
    {
      day: -325,
      lights: 'AGGG',
      progress: 62,
      end: 60,
      done: '48 Leistungen im Portal.',
      next: 'Server- und Netzleistungen beschreiben.',
      worse: [
        'Fachbereiche liefern Beschreibungen verspätet',
        'Feste Sprechstunde je Woche, Texte werden gemeinsam geschrieben.',
      ],
    },
    {
      day: -210,
      lights: 'AGGA',
      progress: 68,
      done: '71 Leistungen im Portal.',
      next: 'Preise für Serverleistungen ermitteln.',
      worse: [
        'Die Projektleitung ist zur Hälfte in einem anderen Vorhaben gebunden',
        'Vertretung aus dem Service-Desk ab Herbst.',
      ],
    },
    {
      day: -104,
      lights: 'AGGA',
      progress: 72,
      done: '83 Leistungen im Portal, Sätze für Speicher abgestimmt.',
      next: 'Restliche Serverleistungen beschreiben.',
      blockers: 'Preise für Serverleistungen fehlen noch.',
    },
  ],
  needs: [
    { year: -2, kind: 'operating', euros: 95000, note: 'Einführung Portal' },
    { year: -1, kind: 'operating', euros: 80000, note: 'Dienstleister' },
    { year: 0, kind: 'operating', euros: 60000, note: 'Dienstleister, Wartung' },
  ],
  lines: [
    { year: -2, kind: 'operating', appropriation: 100000, actual: 91400, forecast: 91400 },
    { year: -1, kind: 'operating', appropriation: 80000, actual: 77200, forecast: 77200 },
    { year: 0, kind: 'operating', appropriation: 65000, actual: 48000, forecast: 55000 },
  ],
};
