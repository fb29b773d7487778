import type { Random } from '../random.js';
import type { Subject } from './names.js';

/** Summary, goal and expected effect of a synthetic project. */
export function describe(
  random: Random,
  { undertaking, office }: Subject,
): {
  summary: string;
  goal: string;
  expectedEffect: string;
} {
  return {
    summary: `Gegenstand ist die ${undertaking} im Bereich ${office.shortName}. ${random.pick(SCOPES)} ${random.pick(WAYS)}`,
    goal: `Mit der ${undertaking} ${random.pick(GOALS)}`,
    expectedEffect: `${random.pick(EFFECTS)} ${random.pick(FURTHER_EFFECTS)}`,
  };
}

const SCOPES = [
  'Betroffen sind alle Sachgebiete des Amts.',
  'Begonnen wird mit zwei Sachgebieten, die übrigen folgen.',
  'Einbezogen sind auch die Außenstellen.',
  'Bestehende Daten werden übernommen und bereinigt.',
  'Die Anbindung an vorhandene Verfahren ist Teil des Vorhabens.',
  'Rund sechzig Arbeitsplätze sind betroffen.',
];
const WAYS = [
  'Die Umsetzung erfolgt in drei Stufen.',
  'Eine Lösung anderer Kommunen wird nachgenutzt.',
  'Ausgeschrieben wird gemeinsam mit einem weiteren Amt.',
  'Ein Probebetrieb geht der Einführung voraus.',
  'Die Beschäftigten werden von Beginn an beteiligt.',
];
const GOALS = [
  'sollen Bearbeitungszeiten verkürzt und Medienbrüche vermieden werden.',
  'soll der Aufwand für Rückfragen und Nacharbeit deutlich sinken.',
  'soll eine verlässliche Grundlage für weitere Vorhaben entstehen.',
  'sollen Beschäftigte ortsunabhängig arbeiten können.',
  'sollen Bürgerinnen und Bürger schneller zu einem Ergebnis kommen.',
  'sollen gesetzliche Vorgaben fristgerecht umgesetzt werden.',
];
const EFFECTS = [
  'Die Bearbeitung eines Vorgangs dauert im Mittel ein Drittel kürzer.',
  'Etwa ein halber Stellenanteil wird für andere Aufgaben frei.',
  'Fehler durch doppelte Eingaben entfallen weitgehend.',
  'Wartungskosten für das alte Verfahren entfallen.',
  'Auskünfte sind ohne Nachfrage im Fachamt möglich.',
];
const FURTHER_EFFECTS = [
  'Die Ergebnisse lassen sich auf andere Ämter übertragen.',
  'Papier und Wege werden eingespart.',
  'Die Zufriedenheit wird nach der Einführung gemessen.',
  'Auswertungen stehen erstmals jederzeit zur Verfügung.',
];

/** Steps of a project from its beginning to its end: what was done, and what comes next. */
export const STEPS = [
  ['Projektauftrag abgestimmt, Beteiligte benannt.', 'Anforderungen aufnehmen.'],
  ['Anforderungen aufgenommen und mit den Sachgebieten abgestimmt.', 'Markterkundung durchführen.'],
  ['Markterkundung abgeschlossen, Leistungsverzeichnis im Entwurf.', 'Ausschreibung veröffentlichen.'],
  ['Ausschreibung veröffentlicht, Bieterfragen beantwortet.', 'Angebote werten, Zuschlag erteilen.'],
  ['Zuschlag erteilt, Feinkonzept abgestimmt.', 'Testsystem aufbauen.'],
  ['Testsystem aufgebaut, erste Daten übernommen.', 'Probebetrieb mit einem Sachgebiet.'],
  ['Probebetrieb läuft, Rückmeldungen werden eingearbeitet.', 'Schulungen vorbereiten.'],
  ['Schulungen gehalten, Datenübernahme abgeschlossen.', 'Einführung in allen Sachgebieten.'],
  ['Einführung in allen Sachgebieten abgeschlossen.', 'Restarbeiten und Übergabe in den Betrieb.'],
] as const;

export const BLOCKERS = [
  'Eine Zulieferung steht aus.',
  'Die Abstimmung mit einem weiteren Amt dauert an.',
  'Eine Stelle im Projektteam ist unbesetzt.',
  'Der Auftragnehmer liefert verspätet.',
] as const;

/** Why a light got worse, and the way back. */
export const WORSE = [
  ['Der Auftragnehmer liefert später als zugesagt', 'Neuer Terminplan mit wöchentlicher Abstimmung.'],
  ['Personal wurde kurzfristig für andere Aufgaben benötigt', 'Vertretung ist benannt.'],
  ['Die Kosten der Datenübernahme wurden unterschätzt', 'Umfang wird verringert, Mehrbedarf ist angemeldet.'],
  ['Eine Schnittstelle fehlt', 'Übergangsweise manuelle Übernahme.'],
  ['Zusätzliche Anforderungen aus dem Fachamt', 'Umsetzung in einer späteren Stufe.'],
] as const;

export const MOVE_REASONS = [
  'Lieferung verspätet',
  'Abstimmung dauert länger',
  'Personal gebunden',
  'Umfang erweitert',
];

export const MILESTONES = ['Zuschlag', 'Testsystem', 'Probebetrieb', 'Einführung abgeschlossen'] as const;

export const RISKS = [
  [
    'Verspätete Lieferung',
    'Der Auftragnehmer ist ausgelastet.',
    'Vertragsstrafe und Ersatztermin vereinbaren.',
    'Projektleitung',
  ],
  [
    'Personalengpass im Fachamt',
    'Wissensträger sind mehrfach gebunden.',
    'Vertretung benennen, Zeiten freihalten.',
    'Amtsleitung',
  ],
  [
    'Datenqualität unzureichend',
    'Altdaten sind lückenhaft.',
    'Bereinigung vor der Übernahme.',
    'Fachadministration',
  ],
  [
    'Kosten steigen',
    'Preise für Lizenzen entwickeln sich ungünstig.',
    'Festpreis für drei Jahre verhandeln.',
    'Projektleitung',
  ],
  ['Geringe Akzeptanz', 'Gewohnte Abläufe ändern sich.', 'Frühe Beteiligung und Schulung.', 'Projektleitung'],
] as const;

export const PAUSE_REASON = 'Das Vorhaben ruht, bis über die Finanzierung entschieden ist.';
export const CANCEL_REASON = 'Das Vorhaben wird durch eine Lösung des Landes entbehrlich.';
