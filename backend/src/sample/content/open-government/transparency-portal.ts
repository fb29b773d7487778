import type { Story } from '../../story.js';

export const transparencyPortal: Story = {
  number: 20,
  officeKey: 'it',
  summary:
    'Das Transparenzportal der Stadt soll erneuert werden: bessere Suche, Vorschau der Daten, Schnittstellen mit Dokumentation und eine Redaktion, die Ämter bei der Veröffentlichung unterstützt. Ein erster Anlauf wurde zurückgestellt, der Antrag wird überarbeitet.',
  goal: 'Offene Daten der Stadt sollen leicht zu finden, aktuell und ohne Nachfrage nutzbar sein.',
  expectedEffect:
    'Wissenschaft, Wirtschaft und Ehrenamt nutzen städtische Daten häufiger. Anfragen nach Informationsfreiheitsrecht lassen sich mit einem Verweis beantworten.',
  visibility: 'internal',
  furtherFields: ['infrastructure'],
  themes: ['economy-science', 'modern-administration'],
  tags: ['Open Data'],
  phases: [
    { day: -780, to: 'idea' },
    { day: -410, to: 'proposal', reason: 'Antrag für einen zweiten Anlauf eingereicht.' },
  ],
  schedule: { start: -20, baselineEnd: 400, approvedEnd: null, expectedEnd: 400 },
  co2: null,
  financialEffects: true,
  declaredBudgetState: 'none',
  self: {
    'user-needs': [
      2,
      'Nutzende des heutigen Portals wurden in einer Umfrage befragt, weitere Beteiligung steht aus.',
    ],
    efficiency: [2, 'Anfragen lassen sich einfacher beantworten, der Ablauf in den Ämtern bleibt.'],
    sovereignty: [4, 'Vorgesehen ist dieselbe quelloffene Software, die auch Bund und Länder nutzen.'],
    openness: [4, 'Offene Daten sind der Zweck des Vorhabens.'],
    innovation: [2, 'Neu sind Vorschau und dokumentierte Schnittstellen.'],
    'wider-network': [
      3,
      'Die Metadaten folgen dem gemeinsamen Standard und werden an Land und Bund weitergegeben.',
    ],
  },
  milestones: [
    {
      title: 'Antrag vollständig',
      baseline: -240,
      moves: [
        { day: -260, to: -90, reason: 'Kostenschätzung fehlt.' },
        { day: -100, to: 30, reason: 'Klimawirkung noch nicht beurteilt.' },
      ],
    },
    {
      title: 'Freigabe durch den IT-Beirat',
      baseline: -200,
      moves: [
        { day: -260, to: -30, reason: 'Folge des unvollständigen Antrags.' },
        { day: -100, to: 75, reason: 'Folge des unvollständigen Antrags.' },
      ],
    },
    { title: 'Probebetrieb', baseline: 200 },
    { title: 'Start des neuen Portals', baseline: 400, isPublic: true },
  ],
  risks: [
    {
      title: 'Keine Mittel im laufenden Haushalt',
      description: 'Der Antrag kam nach dem Anmeldeschluss.',
      rating: [5, 3],
      response: 'Anmeldung zum nächsten Doppelhaushalt, Vorarbeiten ohne Sachmittel.',
      ownerRole: 'Amtsleitung IT',
    },
    {
      title: 'Ämter veröffentlichen zu wenig',
      description: 'Nur neun Ämter liefern regelmäßig Daten.',
      rating: [3, 3],
      response: 'Verbindung mit dem strategischen Datenmanagement.',
      ownerRole: 'Koordination Open Data',
    },
  ],
  reports: [
    {
      day: -395,
      lights: 'GGGG',
      progress: 0,
      done: 'Antrag für einen zweiten Anlauf eingereicht.',
      next: 'Kostenschätzung einholen.',
    },
    {
      day: -255,
      lights: 'AGGG',
      progress: 3,
      done: 'Umfrage unter Nutzenden ausgewertet.',
      next: 'Kostenschätzung vervollständigen.',
      worse: ['Die Kostenschätzung fehlt', 'Vergleichswerte aus zwei Städten sind angefragt.'],
    },
    {
      day: -98,
      lights: 'AAGG',
      progress: 5,
      done: 'Kostenschätzung liegt vor.',
      next: 'Selbsteinschätzung und Klimawirkung ergänzen.',
      worse: ['Für die Umsetzung gibt es keine Mittel', 'Anmeldung zum nächsten Doppelhaushalt.'],
    },
  ],
  needs: [
    { year: 1, kind: 'operating', euros: 90000, note: 'Einführung' },
    { year: 2, kind: 'operating', euros: 60000, note: 'Betrieb, Redaktion' },
  ],
  lines: [],
  links: [{ kind: 'depends-on', number: 21 }],
  destinations: [
    {
      year: 2,
      kind: 'operating',
      budgetOf: 2,
      stage: 'registered',
      note: 'Zum nächsten Doppelhaushalt angemeldet',
    },
  ],
};
