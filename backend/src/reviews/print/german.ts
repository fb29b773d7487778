import type { ComparedField, DifferenceKind } from '../../comparison/index.js';
import { dayOf } from '../../platform/index.js';
import type {
  AgendaReason,
  Attendance,
  ConditionOwner,
  ConditionState,
  DecisionOutcome,
  ParticipantRole,
} from '../review.enums.js';

/** Kept documents are papers of a German administration: they are German, whoever reads them. */
export const LIGHT: Record<string, string> = {
  green: 'grün',
  amber: 'gelb',
  red: 'rot',
  overdue: 'überfällig',
  none: 'noch keine Meldung',
};

export const PHASE: Record<string, string> = {
  idea: 'Idee',
  proposal: 'Antrag',
  approved: 'Freigegeben',
  'in-progress': 'In Umsetzung',
  rollout: 'Einführung',
  completed: 'Abgeschlossen',
  paused: 'Pausiert',
  cancelled: 'Abgebrochen',
};

export const OUTCOME: Record<DecisionOutcome, string> = {
  noted: 'Zur Kenntnis genommen',
  approved: 'Freigegeben',
  'approved-with-conditions': 'Freigegeben mit Auflagen',
  'come-back': 'Wiedervorlage',
  stopped: 'Gestoppt',
};

export const PARTICIPANT: Record<ParticipantRole, string> = {
  chair: 'Vorsitz',
  secretary: 'Geschäftsstelle',
  member: 'Mitglied',
  finance: 'Finanzen',
  'portfolio-office': 'Portfoliobüro',
  guest: 'Gast',
};

export const ATTENDANCE: Record<Attendance, string> = {
  invited: 'eingeladen',
  present: 'anwesend',
  excused: 'entschuldigt',
};

export const OWNER: Record<ConditionOwner, string> = {
  'project-lead': 'Projektleitung',
  'office-coordinator': 'Digitalkoordination der Dienststelle',
  finance: 'Finanzen',
  'portfolio-office': 'Portfoliobüro',
  commission: 'IT-Kommission',
};

export const CONDITION: Record<ConditionState, string> = {
  open: 'offen',
  reported: 'Nachweis liegt vor',
  returned: 'Nachweis zurückgegeben',
  met: 'erfüllt',
};

export const DIFFERENCE: Record<DifferenceKind, string> = {
  came: 'neu',
  went: 'weggefallen',
  phase: 'andere Phase',
  turned: 'andere Ampel',
  slipped: 'verschoben',
  'costs-more': 'teurer',
  'costs-less': 'günstiger',
  're-scored': 'neu bewertet',
  changed: 'sonst geändert',
};

/** `2026-11-03` as `03.11.2026`; a dash for none. */
export function day(value: string | null): string {
  return value === null ? '–' : value.split('-').reverse().join('.');
}

const TIME = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as day and time in Berlin. */
export function dayAndTime(instant: string): string {
  return `${day(dayOf(instant))}, ${TIME.format(new Date(instant))} Uhr`;
}

const EUROS = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Cents as euros. */
export function euros(cents: number): string {
  return `${EUROS.format(cents / 100)} €`;
}

/** A count with its word in the right number. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const days = (count: string | number | undefined): string => counted(Number(count ?? 0), 'Tag', 'Tage');

/** Why something is on the agenda, in words. */
export function reasonInWords({ code, params }: AgendaReason): string {
  switch (code) {
    case 'condition-due':
      return `${counted(Number(params.open), 'offene Auflage', 'offene Auflagen')}, Verzug ${days(params.delayDays)}`;
    case 'come-back':
      return `Wiedervorlage zum ${day(String(params.on))}`;
    case 'help-wanted':
      return 'bittet um Unterstützung';
    case 'red':
    case 'amber':
      return `Ampel ${LIGHT[code]}`;
    case 'worse':
      return `Ampel schlechter: ${LIGHT[params.from ?? '']} → ${LIGHT[params.to ?? '']}`;
    case 'overdue':
      return `Bericht seit ${Number(params.days) === 1 ? 'einem Tag' : `${params.days} Tagen`} überfällig`;
    case 'voices-differ':
      return 'Einschätzungen im Prüfraster weichen voneinander ab';
    case 'money-gap':
      return `Deckungslücke ${euros(Number(params.cents))}`;
    case 'gate-passed':
      return `Phase ${PHASE[params.from ?? '']} → ${PHASE[params.to ?? '']}`;
    case 'changed':
      return `${counted(Number(params.reports), 'neuer Bericht', 'neue Berichte')} seit der letzten Sitzung`;
  }
}

/** What a compared field is called. */
export const FIELD: Record<ComparedField, string> = {
  phase: 'Phase',
  agendas: 'Agenden',
  light: 'Ampel',
  lightSchedule: 'Ampel Termine',
  lightCost: 'Ampel Kosten',
  lightScope: 'Ampel Umfang',
  lightResources: 'Ampel Ressourcen',
  progressPercent: 'Fortschritt',
  helpWanted: 'Unterstützung erbeten',
  reportedOn: 'Stand vom',
  expectedStart: 'Erwarteter Beginn',
  expectedEnd: 'Erwartetes Ende',
  approvedStart: 'Freigegebener Beginn',
  approvedEnd: 'Freigegebenes Ende',
  baselineStart: 'Ursprünglicher Beginn',
  baselineEnd: 'Ursprüngliches Ende',
  endMoves: 'Verschiebungen des Endes',
  milestone: 'Meilenstein',
  needOperatingCents: 'Bedarf, Ergebnishaushalt',
  needCapitalCents: 'Bedarf, Finanzhaushalt',
  securedOperatingCents: 'Gesichert, Ergebnishaushalt',
  securedCapitalCents: 'Gesichert, Finanzhaushalt',
  gapOperatingCents: 'Deckungslücke, Ergebnishaushalt',
  gapCapitalCents: 'Deckungslücke, Finanzhaushalt',
  committedOperatingCents: 'Obligo, Ergebnishaushalt',
  committedCapitalCents: 'Obligo, Finanzhaushalt',
  actualOperatingCents: 'Ist, Ergebnishaushalt',
  actualCapitalCents: 'Ist, Finanzhaushalt',
  forecastOperatingCents: 'Prognose, Ergebnishaushalt',
  forecastCapitalCents: 'Prognose, Finanzhaushalt',
  counterFundingOperatingCents: 'Gegenfinanzierung, Ergebnishaushalt',
  counterFundingCapitalCents: 'Gegenfinanzierung, Finanzhaushalt',
  neededRevenueOperatingCents: 'Erwartete Erträge',
  neededRevenueCapitalCents: 'Erwartete Einzahlungen',
  declaredBudgetState: 'Finanzierung (erklärt)',
  derivedBudgetState: 'Finanzierung (abgeleitet)',
  financialEffects: 'Finanzielle Auswirkungen',
  'score-self': 'Selbsteinschätzung',
  'score-review': 'Prüfung',
  selfScore: 'Selbsteinschätzung gesamt (0–100)',
  reviewScore: 'Prüfung gesamt (0–100)',
  openRisks: 'Offene Risiken',
  highRisks: 'Hohe Risiken',
  leadProject: 'Leitprojekt',
  title: 'Titel',
  summary: 'Kurzbeschreibung',
  goal: 'Ziel',
  expectedEffect: 'Erwartete Wirkung',
  office: 'Dienststelle',
  actionField: 'Handlungsfeld',
  furtherActionFields: 'Weitere Handlungsfelder',
  corridorThemes: 'Korridorthemen',
  goals: 'Unterstützte Ziele',
  tags: 'Schlagworte',
  co2Effect: 'CO₂-Wirkung',
  co2Magnitude: 'CO₂-Ausmaß',
  co2Reason: 'CO₂-Begründung',
  co2Optimisation: 'CO₂-Optimierung',
  iqRelevant: 'IQ-relevant',
  iqNote: 'IQ-Hinweis',
  visibility: 'Sichtbarkeit',
};

const CHOICES: Record<string, string> = {
  full: 'vollständig',
  partial: 'teilweise',
  none: 'keine',
  unknown: 'unbekannt',
  positive: 'positiv',
  negative: 'negativ',
  minor: 'geringfügig',
  considerable: 'erheblich',
  internal: 'intern',
  public: 'öffentlich',
};

/** A compared value in words; a dash where nothing was known. */
export function valueInWords(value: string | number | null, unit: string): string {
  if (value === null || value === '') return '–';
  switch (unit) {
    case 'phase':
      return PHASE[value] ?? String(value);
    case 'light':
      return LIGHT[value] ?? String(value);
    case 'day':
      return day(String(value));
    case 'cents':
      return euros(Number(value));
    case 'percent':
      return `${value} %`;
    case 'choice':
      return CHOICES[value] ?? String(value);
    case 'yes-no':
      return value === 'yes' ? 'ja' : 'nein';
    default:
      return value === 'not-applicable'
        ? 'nicht anwendbar'
        : String(value).replace(/^(\d+)\.(\d+)$/, '$1,$2');
  }
}
