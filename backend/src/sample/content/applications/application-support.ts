import type { Story } from '../../story.js';

export const applicationSupport: Story = {
  number: 13,
  officeKey: 'poa',
  summary:
    'Die Betreuung der Fachanwendungen ist heute auf etwa 190 Beschäftigte in 38 Ämtern verteilt. Das Projekt ordnet die Aufgaben neu: Was gebündelt werden kann, übernehmen drei Kompetenzteams; was fachliche Nähe braucht, bleibt im Amt.',
  goal: 'Vertretung, Wissen und Qualität in der Fachadministration sollen gesichert werden, ohne dass zusätzliche Stellen entstehen.',
  expectedEffect:
    'Nach der Neuordnung werden etwa neun Stellenanteile frei, die dem Haushaltsausgleich dienen. Ausfälle einzelner Personen gefährden den Betrieb nicht mehr.',
  visibility: 'internal',
  furtherFields: ['transformation'],
  themes: ['modern-administration'],
  tags: ['Organisation', 'Haushalt'],
  phases: [{ day: -810, to: 'approved', releasedBy: 'buergermeisterkonferenz' }],
  schedule: { start: -870, baselineEnd: -180, approvedEnd: -60, expectedEnd: -60 },
  co2: null,
  financialEffects: true,
  declaredBudgetState: 'none',
  self: {},
  milestones: [
    { title: 'Bestandsaufnahme der Aufgaben', baseline: -620, moves: [{ day: -640, to: -540, reason: 'Rücklauf der Ämter unvollständig.' }], actual: -530 },
    { title: 'Zustimmung der Personalvertretung zum Modell', baseline: -420, moves: [{ day: -450, to: -250, reason: 'Fragen zur Eingruppierung.' }, { day: -260, to: -70, reason: 'Einigungsgespräche laufen.' }, { day: -80, to: 60, reason: 'Einigungsgespräche laufen.' }] },
    { title: 'Kompetenzteam 1 arbeitet', baseline: -300, moves: [{ day: -260, to: 30, reason: 'Zustimmung steht aus.' }, { day: -80, to: 180, reason: 'Zustimmung steht aus.' }] },
    { title: 'Alle Kompetenzteams arbeiten', baseline: -180, moves: [{ day: -260, to: 180, reason: 'Zustimmung steht aus.' }, { day: -80, to: 360, reason: 'Zustimmung steht aus.' }] },
  ],
  risks: [
    { title: 'Keine Einigung über die Eingruppierung', description: 'Die Bewertung der Stellen in den Kompetenzteams ist strittig.', rating: [4, 5], ratingAtFirst: [2, 4], response: 'Externe Stellenbewertung als Grundlage der Gespräche.', ownerRole: 'Amtsleitung Personal- und Organisationsamt' },
    { title: 'Wissensträger wechseln', description: 'Unsicherheit über die künftige Aufgabe führt zu Bewerbungen nach außen.', rating: [3, 4], response: 'Zusagen zu Arbeitsort und Entgelt für den Übergang.', ownerRole: 'Projektleitung' },
  ],
  reports: [
    { day: -712, lights: 'GGGG', progress: 8, done: 'Projektauftrag erteilt, Erhebungsbogen versandt.', next: 'Rücklauf auswerten.' },
    { day: -635, lights: 'AGGG', progress: 12, done: 'Rücklauf aus 22 Ämtern ausgewertet.', next: 'Fehlende Ämter besuchen.', worse: ['Rücklauf der Ämter ist unvollständig', 'Erhebung im Gespräch statt mit Bogen.'] },
    { day: -525, lights: 'GGGG', progress: 22, done: 'Bestandsaufnahme abgeschlossen, 190 Beschäftigte mit Anteilen erfasst.', next: 'Modell mit drei Kompetenzteams ausarbeiten.' },
    { day: -440, lights: 'AGGG', progress: 28, done: 'Modell vorgestellt.', next: 'Gespräche mit der Personalvertretung.', worse: ['Die Personalvertretung sieht offene Fragen zur Eingruppierung', 'Stellenbewertung wird beauftragt.'] },
    { day: -262, lights: 'RGAG', progress: 30, end: 180, done: 'Stellenbewertung liegt vor.', next: 'Einigungsgespräche führen.', blockers: 'Keine Einigung über die Eingruppierung.', worse: ['Die Ergebnisse der Bewertung werden nicht anerkannt', 'Moderierte Gespräche in drei Terminen.'] },
    { day: -170, lights: 'RGAG', progress: 31, done: 'Zwei von drei Terminen gehalten, Einigung bei zwei von fünf Punkten.', next: 'Dritter Termin.', help: 'Die Bürgermeisterkonferenz wird um eine Entscheidung über den Arbeitsort gebeten.' },
    { day: -82, lights: 'RGAA', progress: 32, end: 360, done: 'Arbeitsort geklärt, Einigung bei vier von fünf Punkten.', next: 'Eingruppierung abschließend verhandeln.', blockers: 'Eingruppierung der Teamleitungen.', worse: ['Eine Stelle im Projektteam ist weggefallen', 'Vertretung aus der Organisationsberatung.'] },
    { day: -27, lights: 'RGAA', progress: 33, done: 'Vergleich mit drei Städten zur Eingruppierung eingeholt.', next: 'Einigungsvorschlag vorlegen.', blockers: 'Eingruppierung der Teamleitungen.' },
  ],
  needs: [
    { year: 0, kind: 'operating', euros: 70000, note: 'Stellenbewertung, Moderation' },
    { year: 1, kind: 'operating', euros: 55000, note: 'Umzüge, Schulung' },
  ],
  lines: [],
  counterFundings: [{ year: 1, kind: 'operating', source: 'discontinued-tasks', euros: 45000, explanation: 'Frei werdende Stellenanteile ab dem zweiten Halbjahr', secured: false }],
  links: [{ kind: 'depends-on', number: 12 }],
};
