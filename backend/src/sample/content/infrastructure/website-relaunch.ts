import type { Story } from '../../story.js';

export const websiteRelaunch: Story = {
  number: 7,
  officeKey: 'pia',
  summary:
    'Der Internetauftritt karlsruhe.de wird neu aufgebaut: einfache Sprache, Suche statt Ämterstruktur, barrierefrei und für das Telefon gemacht. 14.000 Seiten werden gesichtet, etwa ein Viertel davon überarbeitet übernommen.',
  goal: 'Wer ein Anliegen hat, soll mit höchstens drei Klicks oder einer Suche zur richtigen Leistung kommen. Redaktionen in den Ämtern pflegen ihre Inhalte selbst.',
  expectedEffect:
    'Anrufe zu Öffnungszeiten und Zuständigkeiten gehen zurück. Die gesetzlichen Anforderungen an Barrierefreiheit werden erfüllt, und der Auftritt wird zur Eingangstür für die Online-Dienste.',
  visibility: 'public',
  furtherFields: ['citizen-service', 'open-government'],
  themes: ['modern-administration', 'social-city'],
  tags: ['Internet', 'Barrierefreiheit'],
  phases: [
    { day: -1210, to: 'in-progress' },
    { day: -700, to: 'rollout', reason: 'Öffentliche Vorschau gestartet.' },
    { day: -415, to: 'completed', reason: 'Neuer Auftritt in Betrieb, Nacharbeiten abgenommen.' },
  ],
  schedule: { start: -1500, baselineEnd: -560, approvedEnd: -480, expectedEnd: -480 },
  co2: {
    effect: 'positive',
    magnitude: 'minor',
    reason: 'Schlankere Seiten und weniger Serverleistung senken den Stromverbrauch; gedruckte Broschüren entfallen.',
    energyKwhPerYear: 21000,
    paperSheetsPerYear: 260000,
    method: 'Vergleich der Serverlast, Auflagen der eingestellten Broschüren',
  },
  financialEffects: true,
  declaredBudgetState: 'full',
  self: {
    'user-needs': [4, 'Aufbau und Texte wurden in fünf Testrunden mit Bürgerinnen und Bürgern erarbeitet.'],
    efficiency: [3, 'Ein Redaktionssystem für alle Ämter ersetzt sieben Einzelauftritte.'],
    sovereignty: [4, 'Das Redaktionssystem ist quelloffen und wird von der Stadt betrieben.'],
    openness: [4, 'Gestaltungssystem und Bausteine sind veröffentlicht und nachnutzbar.'],
    innovation: [3, 'Neue Bausteine werden laufend mit Nutzungsdaten verbessert.'],
    'security-privacy': [3, 'Keine Nachverfolgung durch Dritte, Sicherheitskonzept umgesetzt.'],
    sustainability: [3, 'Seitengewicht und Serverlast sind um mehr als die Hälfte gesunken.'],
    'local-network': [4, 'Karlsruher Agenturen und Verbände haben mitgewirkt.'],
    'wider-network': [3, 'Mehrere Städte nutzen das Gestaltungssystem nach.'],
  },
  review: {
    'user-needs': [4, 'Die Testrunden sind beispielhaft dokumentiert.'],
    efficiency: [3, 'Die Einschätzung wird geteilt.'],
    sovereignty: [4, 'Die Einschätzung wird geteilt.'],
    openness: [4, 'Die Einschätzung wird geteilt.'],
    innovation: [3, 'Die Einschätzung wird geteilt.'],
    'security-privacy': [3, 'Die Einschätzung wird geteilt.'],
    sustainability: [3, 'Die Einschätzung wird geteilt.'],
    'local-network': [3, 'Die Beteiligung beschränkte sich auf die Gestaltung.'],
    'wider-network': [3, 'Die Einschätzung wird geteilt.'],
  },
  milestones: [
    { title: 'Gestaltungssystem veröffentlicht', baseline: -900, actual: -890, isPublic: true },
    { title: 'Öffentliche Vorschau', baseline: -740, actual: -700, isPublic: true },
    { title: 'Umschaltung auf den neuen Auftritt', baseline: -600, moves: [{ day: -660, to: -520, reason: 'Redaktionen brauchen mehr Zeit für die Texte.' }], actual: -515, isPublic: true },
    { title: 'Prüfung der Barrierefreiheit bestanden', baseline: -560, moves: [{ day: -660, to: -450, reason: 'Folge der späteren Umschaltung.' }], actual: -440, isPublic: true },
  ],
  risks: [
    { title: 'Inhalte veralten nach dem Start', description: 'Redaktionen in kleinen Ämtern haben wenig Zeit.', rating: [3, 3], response: 'Erinnerung nach sechs Monaten, Redaktionsrunde je Quartal.', ownerRole: 'Zentralredaktion' },
    { title: 'Barrierefreiheit älterer PDF-Dateien', description: 'Etwa 3.000 Dateien sind nicht barrierefrei.', rating: [2, 3], ratingAtFirst: [4, 3], response: 'Bereinigung nach Abrufzahlen, Rest wird archiviert.', ownerRole: 'Zentralredaktion', state: 'closed' },
  ],
  reports: [
    { day: -733, lights: 'GGGG', progress: 65, done: 'Vorschau mit 400 Seiten fertig, dritte Testrunde ausgewertet.', next: 'Vorschau veröffentlichen.' },
    { day: -655, lights: 'AGGG', progress: 72, end: -480, done: '2.100 Rückmeldungen zur Vorschau ausgewertet.', next: 'Redaktionen beim Schreiben unterstützen.', worse: ['Redaktionen brauchen mehr Zeit', 'Zwei Schreibwerkstätten je Woche.'] },
    { day: -600, lights: 'AGGG', progress: 80, done: '2.300 Seiten überarbeitet.', next: 'Letzte Testrunde, Umschaltung vorbereiten.' },
    { day: -510, lights: 'GGGG', progress: 92, done: 'Neuer Auftritt ist online, keine Ausfälle.', next: 'Prüfung der Barrierefreiheit.' },
    { day: -450, lights: 'GGGG', progress: 97, end: -420, done: 'Prüfung der Barrierefreiheit begonnen, 14 kleinere Mängel.', next: 'Mängel beheben.' },
    { day: -420, lights: 'GGGG', progress: 100, done: 'Mängel behoben, Prüfung bestanden, Abschlussbericht liegt vor.', next: 'Übergabe an die Zentralredaktion.' },
  ],
  needs: [
    { year: -2, kind: 'operating', euros: 350000, note: 'Agentur, Testrunden' },
    { year: -1, kind: 'operating', euros: 180000, note: 'Nacharbeiten, Prüfung' },
  ],
  lines: [
    { year: -2, kind: 'operating', appropriation: 360000, actual: 349000, forecast: 349000 },
    { year: -1, kind: 'operating', appropriation: 180000, actual: 164000, forecast: 164000 },
  ],
};
