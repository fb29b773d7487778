import type { Story } from '../../story.js';

export const learningIslands: Story = {
  number: 10,
  officeKey: 'sus',
  summary:
    'In Stadtteilbibliotheken, Schulen und Begegnungsstätten entstehen Lerninseln: offene Plätze mit Geräten, WLAN und Begleitung, an denen Menschen jeden Alters digitale Fertigkeiten erwerben. Geplant sind zwölf Standorte, vier davon sind eingerichtet.',
  goal: 'In jedem Stadtteil soll es einen Ort geben, an dem man ohne Anmeldung und kostenlos Hilfe bei digitalen Alltagsfragen bekommt.',
  expectedEffect:
    'Mehr Menschen können die Online-Dienste der Stadt selbst nutzen. Ältere und Menschen mit wenig Deutschkenntnissen werden gezielt erreicht, Schulen nutzen die Inseln für Projekttage.',
  visibility: 'public',
  furtherFields: ['citizen-service'],
  themes: ['social-city'],
  tags: ['Bildung', 'Teilhabe'],
  phases: [
    { day: -890, to: 'in-progress' },
    {
      day: -155,
      to: 'paused',
      reason:
        'Die Landesförderung ist ausgelaufen, über die Anschlussfinanzierung entscheidet der nächste Haushalt.',
    },
  ],
  schedule: { start: -1010, baselineEnd: -60, approvedEnd: -60, expectedEnd: -60 },
  co2: {
    effect: 'none',
    reason: 'Zwölf Standorte mit gebrauchten Geräten haben keine nennenswerten Auswirkungen auf das Klima.',
  },
  financialEffects: true,
  declaredBudgetState: 'partial',
  self: {
    'user-needs': [4, 'Die Angebote entstehen mit Seniorenbeirat, Schulen und Migrationsberatung.'],
    efficiency: [1, 'Der Aufwand für Begleitung ist hoch, eine Ersparnis ist nicht das Ziel.'],
    sovereignty: [
      3,
      'Die Geräte laufen mit freier Software und lassen sich von jeder Schule weiterbetreiben.',
    ],
    openness: [3, 'Lernunterlagen sind unter offener Lizenz veröffentlicht.'],
    innovation: [2, 'Einzelne Formate sind neu, das Grundmuster ist bekannt.'],
    'security-privacy': [
      2,
      'Geräte werden nach jeder Nutzung zurückgesetzt, das Sicherheitskonzept ist noch nicht fertig.',
    ],
    sustainability: [3, 'Aufbereitete Altgeräte aus der Verwaltung werden weitergenutzt.'],
    'local-network': [4, 'Volkshochschule, Stadtjugendausschuss und Vereine tragen die Standorte gemeinsam.'],
    'wider-network': [2, 'Mit zwei Städten besteht ein loser Austausch.'],
  },
  milestones: [
    { title: 'Erste Lerninsel in der Oststadt', baseline: -720, actual: -705, isPublic: true },
    {
      title: 'Vier Standorte eingerichtet',
      baseline: -420,
      moves: [{ day: -440, to: -350, reason: 'Umbau in der Waldstadt verzögert.' }],
      actual: -345,
      isPublic: true,
    },
    {
      title: 'Acht Standorte eingerichtet',
      baseline: -200,
      moves: [
        { day: -260, to: -90, reason: 'Begleitkräfte fehlen.' },
        { day: -155, to: 250, reason: 'Projekt ruht bis zur Haushaltsentscheidung.' },
      ],
      isPublic: true,
    },
    {
      title: 'Zwölf Standorte eingerichtet',
      baseline: -60,
      moves: [{ day: -155, to: 430, reason: 'Projekt ruht bis zur Haushaltsentscheidung.' }],
      isPublic: true,
    },
  ],
  risks: [
    {
      title: 'Keine Anschlussfinanzierung',
      description: 'Die Begleitkräfte waren bisher vollständig vom Land gefördert.',
      rating: [4, 5],
      ratingAtFirst: [2, 4],
      response: 'Anmeldung zum nächsten Doppelhaushalt, Gespräche mit Stiftungen.',
      ownerRole: 'Amtsleitung Schul- und Sportamt',
      state: 'occurred',
    },
    {
      title: 'Ehrenamtliche springen ab',
      description: 'Während der Pause droht der Verlust eingearbeiteter Freiwilliger.',
      rating: [3, 3],
      responseKind: 'accept',
      response: 'Vier Standorte bleiben mit verkürzten Zeiten offen.',
      ownerRole: 'Projektleitung',
    },
  ],
  reports: [
    {
      day: -720,
      lights: 'GGGG',
      progress: 15,
      done: 'Standortkonzept beschlossen, erste Lerninsel eingerichtet.',
      next: 'Begleitkräfte einstellen, drei weitere Standorte vorbereiten.',
    },
    {
      day: -600,
      lights: 'GGGG',
      progress: 22,
      done: 'Zwei Begleitkräfte eingestellt, 1.100 Besuche in der Oststadt.',
      next: 'Waldstadt, Mühlburg und Neureut einrichten.',
    },
    {
      day: -445,
      lights: 'AGGG',
      progress: 28,
      done: 'Mühlburg und Neureut eröffnet.',
      next: 'Umbau in der Waldstadt abschließen.',
      worse: ['Umbau in der Waldstadt verzögert sich', 'Übergangsraum in der Schule.'],
    },
    {
      day: -340,
      lights: 'GGGG',
      progress: 36,
      done: 'Vierter Standort in der Waldstadt eröffnet, 6.400 Besuche insgesamt.',
      next: 'Vier weitere Standorte vorbereiten.',
    },
    {
      day: -255,
      lights: 'AGGA',
      progress: 38,
      end: 30,
      done: 'Räume für zwei Standorte gefunden.',
      next: 'Begleitkräfte gewinnen.',
      worse: [
        'Auf zwei Stellen gingen keine geeigneten Bewerbungen ein',
        'Zusammenarbeit mit der Volkshochschule.',
      ],
    },
    {
      day: -160,
      lights: 'ARGA',
      progress: 40,
      end: 430,
      done: 'Angebot der Volkshochschule für Begleitung liegt vor.',
      next: 'Über eine Pause entscheiden.',
      blockers: 'Die Landesförderung ist ausgelaufen.',
      help: 'Unterstützung bei der Anschlussfinanzierung.',
      worse: ['Die Landesförderung endet ohne Nachfolge', 'Anmeldung zum nächsten Doppelhaushalt.'],
    },
    {
      day: -38,
      lights: 'ARGG',
      progress: 40,
      done: 'Vier Standorte mit verkürzten Zeiten offen gehalten, Anmeldung zum Haushalt eingereicht.',
      next: 'Gespräche mit zwei Stiftungen.',
      blockers: 'Anschlussfinanzierung ist offen.',
    },
  ],
  needs: [
    { year: -2, kind: 'operating', euros: 160000, note: 'Begleitkräfte, Ausstattung' },
    { year: -1, kind: 'operating', euros: 190000, note: 'Begleitkräfte, Ausstattung' },
    { year: 0, kind: 'operating', euros: 210000, note: 'Begleitkräfte, Ausstattung' },
    { year: 1, kind: 'operating', euros: 260000, note: 'Acht weitere Standorte' },
  ],
  lines: [
    { year: -2, kind: 'operating', appropriation: 160000, actual: 149000, forecast: 149000 },
    { year: -1, kind: 'operating', appropriation: 190000, actual: 171000, forecast: 171000 },
    { year: 0, kind: 'operating', appropriation: 85000, actual: 80500, forecast: 85000 },
  ],
  counterFundings: [
    {
      year: 1,
      kind: 'operating',
      source: 'additional-revenue',
      euros: 60000,
      explanation: 'Zuwendung einer Stiftung, in Verhandlung',
      secured: false,
    },
  ],
  grants: [
    {
      giver: 'Stiftung Lernen vor Ort',
      title: 'Begleitkräfte für acht weitere Standorte',
      state: 'applied',
      euros: 60000,
      purpose: 'Vergütung der Begleitkräfte im ersten Jahr',
    },
  ],
};
