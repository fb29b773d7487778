import {
  type ComparedField,
  type DifferenceKind,
  GERMAN_FIELDS,
  GERMAN_KINDS,
} from '../../comparison/index.js';
import { dayOf } from '../../platform/index.js';
import type { DossierChangeDto } from '../dto/dossier.dto.js';
import type {
  AgendaReason,
  Attendance,
  ConditionOwner,
  ConditionState,
  ParticipantRole,
} from '../review.enums.js';
import { OUTCOME_WORDS } from '../review-words.js';

/** Kept documents are papers of a German administration: they are German, whoever reads them. */
export const LIGHT: Record<string, string> = {
  green: 'Grün',
  amber: 'Gelb',
  red: 'Rot',
  overdue: 'Überfällig',
  none: 'Kein Status',
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

export const OUTCOME = OUTCOME_WORDS.de;

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
  open: 'Offen',
  reported: 'Nachweis vorgelegt',
  returned: 'Nachweis zurückgegeben',
  met: 'Erfüllt',
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
    case 'condition-due': {
      const late = Number(params.delayDays ?? 0);
      return `Offene Auflagen: ${params.open}${late > 0 ? `, Verzug ${days(late)}` : ''}`;
    }
    case 'come-back':
      return `Wiedervorlage zum ${day(String(params.on))}`;
    case 'help-wanted':
      return 'Bittet um Unterstützung';
    case 'red':
      return `Ampel rot, gemeldet am ${day(String(params.reportedOn))}`;
    case 'amber':
      return `Ampel gelb, gemeldet am ${day(String(params.reportedOn))}`;
    case 'worse':
      return `Ampel schlechter: ${LIGHT[params.from ?? '']} → ${LIGHT[params.to ?? '']}`;
    case 'overdue':
      return `Bericht überfällig: ${days(params.days)}`;
    case 'voices-differ':
      return `Stimmen weichen ab, Prinzipien: ${params.principles}`;
    case 'money-gap':
      return `Deckungslücke ${euros(Number(params.cents))}`;
    case 'gate-passed':
      return `Phase ${PHASE[params.from ?? '']} → ${PHASE[params.to ?? '']}`;
    case 'changed':
      return `Neue Berichte: ${params.reports}`;
  }
}

const BUDGET_STATES: Record<string, string> = {
  full: 'Vollständig budgetiert',
  partial: 'Teilweise budgetiert',
  none: 'Nicht budgetiert',
  unknown: 'Kein Bedarf erfasst',
};

/** The values of a choice, by the field that it is made for. */
const CHOICES: Partial<Record<ComparedField, Record<string, string>>> = {
  declaredBudgetState: BUDGET_STATES,
  derivedBudgetState: BUDGET_STATES,
  co2Effect: {
    none: 'Nicht relevant',
    positive: 'Positiv',
    negative: 'Negativ',
    undirected: 'Relevant, Richtung offen',
  },
  co2Magnitude: { minor: 'Geringfügig', considerable: 'Erheblich' },
  visibility: { internal: 'Intern', public: 'Öffentlich' },
};

/** What a compared field is called, with the part of the project that it belongs to. */
export function fieldInWords({ field, part }: Pick<DossierChangeDto, 'field' | 'part'>): string {
  return part === null ? GERMAN_FIELDS[field] : `${GERMAN_FIELDS[field]}: ${part.de}`;
}

/** What happened to a project, in words. */
export function differenceInWords(kinds: readonly DifferenceKind[]): string {
  return kinds.map((kind) => GERMAN_KINDS[kind]).join(', ');
}

/** A compared value in words; a dash where nothing was known. */
export function valueInWords(
  value: DossierChangeDto['before'],
  { field, unit }: Pick<DossierChangeDto, 'field' | 'unit'>,
): string {
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
      return CHOICES[field]?.[value] ?? String(value);
    case 'yes-no':
      return value === 'yes' ? 'ja' : 'nein';
    case 'score':
      return scoreInWords(String(value));
    default:
      return typeof value === 'number' ? String(value).replace('.', ',') : value;
  }
}

/** What one voice says of a principle; a dash where it has not said anything yet. */
export function scoreInWords(score: string | null): string {
  if (score === null) return '–';
  return score === 'not-applicable' ? 'Nicht anwendbar' : score;
}
