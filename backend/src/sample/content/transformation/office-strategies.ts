import type { Story } from '../../story.js';

export const officeStrategies: Story = {
  number: 30,
  officeKey: 'it',
  summary:
    'Ämter leiten aus der Digitalstrategie eigene digitale Amtsstrategien ab: Was steht an, in welcher Reihenfolge, mit welchen Mitteln. Nach einem Versuch mit zwei Ämtern wird das Vorhaben neu zugeschnitten und liegt wieder als Idee vor.',
  goal: 'Jedes Amt soll auf wenigen Seiten beschreiben, wie es die Strategie für seine Aufgaben umsetzt.',
  expectedEffect:
    'Projekte entstehen aus dem Bedarf der Ämter und passen zur Strategie. Mittel und Personal lassen sich früher planen.',
  visibility: 'internal',
  themes: [],
  tags: ['Strategie', 'Kulturwandel'],
  phases: [{ day: -790, to: 'idea' }],
  schedule: { start: 30, baselineEnd: null, approvedEnd: null, expectedEnd: null },
  co2: null,
  financialEffects: null,
  declaredBudgetState: null,
  self: {},
  milestones: [
    {
      title: 'Erfahrungen der zwei Versuchsämter ausgewertet',
      baseline: -280,
      moves: [{ day: -300, to: -210, reason: 'Rückmeldung des zweiten Amts fehlte.' }],
      actual: -208,
    },
    {
      title: 'Vorlage für Amtsstrategien',
      baseline: -60,
      moves: [{ day: -90, to: 80, reason: 'Wird mit der Fortschreibung der Strategie abgestimmt.' }],
    },
    {
      title: 'Entscheidung über den Antrag',
      baseline: 0,
      moves: [{ day: -90, to: 150, reason: 'Folge der Abstimmung.' }],
    },
    { title: 'Erste fünf Amtsstrategien', baseline: 365 },
  ],
  risks: [
    {
      title: 'Ämter sehen keinen Nutzen',
      description: 'Ohne Verbindung mit Haushalt und Stellenplan bleibt es bei Papier.',
      rating: [3, 3],
      response: 'Kopplung an die Haushaltsanmeldung.',
      ownerRole: 'Amtsleitung IT',
    },
    {
      title: 'Überschneidung mit der Fortschreibung der Strategie',
      description: 'Zwei Erhebungen zur gleichen Zeit überfordern die Ämter.',
      rating: [3, 2],
      response: 'Gespräche zum Reifegrad mitnutzen.',
      ownerRole: 'Portfoliobüro',
    },
  ],
  reports: [],
  needs: [{ year: 1, kind: 'operating', euros: 35000, note: 'Moderation, Schätzung' }],
  lines: [],
  links: [
    { kind: 'depends-on', number: 27 },
    { kind: 'depends-on', number: 29 },
  ],
};
