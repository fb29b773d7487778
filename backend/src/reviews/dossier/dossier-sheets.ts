import type { Sheet, SheetColumn } from '../../platform/documents/index.js';
import type { DossierDto } from '../dto/dossier.dto.js';
import {
  CONDITION,
  dayAndTime,
  differenceInWords,
  fieldInWords,
  LIGHT,
  OWNER,
  PHASE,
  reasonInWords,
  valueInWords,
} from '../print/german.js';

const text = (heading: string, width = 30): SheetColumn => ({ heading, width, holds: 'text' });
const number = (heading: string): SheetColumn => ({ heading, width: 14, holds: 'number' });
const euros = (heading: string): SheetColumn => ({ heading, width: 20, holds: 'euros' });
const date = (heading: string): SheetColumn => ({ heading, width: 14, holds: 'day' });
const PROJECT = [text('Nummer', 14), text('Projekt', 50)];
const named = ({ project }: { project: { number: string; title: string } }): [string, string] => [
  project.number,
  project.title,
];

/** The same dossier as sheets to filter and sort; the last one says what it speaks of. */
export function dossierSheets(dossier: DossierDto): Sheet[] {
  const { agenda, projects, lights, overdue, gaps, conditions, differences, session, moment } = dossier;
  return [
    {
      name: 'Tagesordnung',
      columns: [number('TOP'), ...PROJECT, text('Anlass', 60), text('Notiz', 40)],
      rows: agenda.map(({ position, project, title, reasons, note }) => [
        position,
        project?.number ?? null,
        project?.title ?? title,
        reasons.map(reasonInWords).join('; '),
        note,
      ]),
    },
    {
      name: 'Projekte',
      columns: [
        ...PROJECT,
        text('Phase', 16),
        text('Ampel', 12),
        date('Ende ursprünglich'),
        date('Ende genehmigt'),
        date('Ende erwartet'),
        number('Verschiebungen'),
        euros('Lücke Ergebnishaushalt'),
        euros('Lücke Finanzhaushalt'),
        number('Konflikte'),
        text('Bitte um Unterstützung', 60),
      ],
      rows: projects.map((page) => [
        ...named(page),
        PHASE[page.phase] ?? page.phase,
        LIGHT[page.overdueDays > 0 ? 'overdue' : (page.lights.at(-1)?.overall ?? 'none')] ?? null,
        page.promise.baselineEnd,
        page.promise.approvedEnd,
        page.promise.expectedEnd,
        page.promise.moves,
        page.gap.operatingCents,
        page.gap.capitalCents,
        page.grid.filter(({ conflict }) => conflict).length,
        page.report?.helpWanted ?? null,
      ]),
    },
    {
      name: 'Änderungen',
      columns: [...PROJECT, text('Was', 60)],
      rows: (differences ?? []).map((one) => [...named(one), differenceInWords(one.kinds)]),
    },
    {
      name: 'Feld für Feld',
      columns: [...PROJECT, text('Feld', 40), text('Vorher', 40), text('Nachher', 40)],
      rows: projects.flatMap((page) =>
        (page.changes ?? []).map((change) => [
          ...named(page),
          fieldInWords(change),
          valueInWords(change.before, change),
          valueInWords(change.after, change),
        ]),
      ),
    },
    {
      name: 'Rot und gelb',
      columns: [...PROJECT, text('Ampel', 12), date('Stand'), text('Grund', 60), text('Weg zurück', 60)],
      rows: lights.map((one) => [
        ...named(one),
        LIGHT[one.light] ?? one.light,
        one.reportedOn,
        one.why,
        one.wayBack,
      ]),
    },
    {
      name: 'Überfällig',
      columns: [...PROJECT, date('Letzter Bericht'), number('Tage überfällig')],
      rows: overdue.map((one) => [...named(one), one.lastReportedOn, one.overdueDays]),
    },
    {
      name: 'Deckungslücken',
      columns: [...PROJECT, euros('Ergebnishaushalt'), euros('Finanzhaushalt')],
      rows: gaps.map((one) => [...named(one), one.operatingCents, one.capitalCents]),
    },
    {
      name: 'Auflagen',
      columns: [
        ...PROJECT,
        number('Sitzung'),
        text('Auflage', 60),
        text('Zuständig', 24),
        text('Stand', 24),
        date('Fällig'),
        number('Tage Verzug'),
      ],
      rows: conditions.map((one) => [
        ...named(one),
        one.sessionNumber,
        one.text,
        OWNER[one.ownerRole],
        CONDITION[one.state],
        one.dueOn,
        one.delayDays,
      ]),
    },
    {
      name: 'Stand',
      columns: [text('Sitzung', 20), text('Beginn', 30), text('Stand der Angaben', 30)],
      rows: [[String(session.number), dayAndTime(session.startsAt), moment]],
    },
  ];
}
