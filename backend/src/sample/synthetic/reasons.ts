import type { PrincipleKey } from '../story.js';

/** A reason for each score from 0 to 4, by principle. */
export const REASONS: Readonly<Record<PrincipleKey, readonly [string, string, string, string, string]>> = {
  'user-needs': [
    'Die Lösung ist nicht barrierefrei und schließt Nutzende aus.',
    'Nutzende sind nicht unmittelbar betroffen.',
    'Der Bedarf ist beschrieben, eine Befragung steht aus.',
    'Nutzende haben getestet, die Rückmeldungen sind eingeflossen.',
    'Nutzende gestalten in jeder Stufe mit, die Zufriedenheit wird gemessen.',
  ],
  efficiency: [
    'Der laufende Aufwand steigt, ohne dass ein Nutzen erkennbar ist.',
    'Aufwand und Nutzen halten sich die Waage.',
    'Einzelne Schritte werden schneller.',
    'Der Ablauf wird insgesamt einfacher, die Ersparnis ist geschätzt.',
    'Die Ersparnis ist berechnet und im Haushalt berücksichtigt.',
  ],
  sovereignty: [
    'Ein Wechsel des Anbieters ist praktisch ausgeschlossen.',
    'An der bestehenden Abhängigkeit ändert sich nichts.',
    'Daten sind exportierbar, der Betrieb liegt beim Anbieter.',
    'Offene Schnittstellen, Betrieb in öffentlicher Hand.',
    'Quelloffene Lösung mit eigenem Wissen im Haus.',
  ],
  openness: [
    'Bisher offene Daten werden nicht mehr veröffentlicht.',
    'Offenheit spielt für das Vorhaben keine Rolle.',
    'Innerhalb der Verwaltung wird offen informiert.',
    'Ergebnisse werden veröffentlicht.',
    'Daten und Ergebnisse sind offen lizenziert.',
  ],
  innovation: [
    'Überholte Technik wird auf Jahre festgeschrieben.',
    'Bekanntes wird gleichwertig ersetzt.',
    'Einzelne Ansätze sind neu.',
    'Die Lösung ist modular und wird schrittweise erprobt.',
    'Das Vorhaben ist für die Stadt neu und wird laufend ausgewertet.',
  ],
  'security-privacy': [
    'Bekannte Lücken sind nicht geschlossen.',
    'Personenbezogene Daten sind nicht betroffen.',
    'Der Schutzbedarf ist festgestellt, Maßnahmen stehen aus.',
    'Sicherheitskonzept und Datenschutz sind abgestimmt.',
    'Sicherheit ist von Beginn an eingebaut und wird geprüft.',
  ],
  sustainability: [
    'Der Energieverbrauch steigt deutlich, ein Ausgleich fehlt.',
    'Keine nennenswerten Auswirkungen.',
    'Einsparungen sind zu erwarten, aber nicht beziffert.',
    'Einsparungen sind beziffert.',
    'Das Vorhaben trägt messbar zu den Klimazielen bei.',
  ],
  'local-network': [
    'Das Vorhaben läuft einem Vorhaben örtlicher Partner zuwider.',
    'Partner vor Ort sind nicht betroffen.',
    'Partner vor Ort werden informiert.',
    'Partner vor Ort wirken an Teilen mit.',
    'Partner vor Ort tragen das Vorhaben gemeinsam mit der Stadt.',
  ],
  'wider-network': [
    'Trotz einer gemeinsamen Lösung des Landes entsteht eine Insellösung.',
    'Der Austausch mit anderen spielt keine Rolle.',
    'Erfahrungen anderer Städte wurden eingeholt.',
    'Gemeinsame Standards werden genutzt.',
    'Das Vorhaben entsteht im Verbund mit anderen Städten.',
  ],
};

/** Reasons of a climate statement by effect. */
export const CO2_REASONS = {
  none: 'Nennenswerte Auswirkungen auf das Klima sind nicht zu erwarten.',
  positive: 'Papier, Wege und ältere Geräte werden eingespart.',
  negative: 'Zusätzliche Geräte und Rechenleistung erhöhen den Stromverbrauch.',
  undirected: 'Auswirkungen sind zu erwarten, ihre Richtung ist noch nicht beurteilt.',
} as const;

export const CO2_OPTIMISATION = 'Sparsame Geräte und Nutzung von Ökostrom.';
