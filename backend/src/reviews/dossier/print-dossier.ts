import type { Block, PrintedDocument } from '../../platform/documents/index.js';
import type { DossierDto, DossierItemDto } from '../dto/dossier.dto.js';
import {
  counted,
  day,
  dayAndTime,
  differenceInWords,
  euros,
  LIGHT,
  PARTICIPANT,
  reasonInWords,
} from '../print/german.js';
import { toldApart } from './dossier.rules.js';
import { conditionsTable, printProject } from './print-project.js';

/** Sets a dossier for print: one page for the session, then one for each project. */
export function printDossier(dossier: DossierDto, at: string): PrintedDocument {
  const { session } = dossier;
  return {
    title: `Vorlage zur Sitzung ${session.number} der IT-Kommission`,
    language: 'de-DE',
    issuer: 'Digitale Agenda',
    at,
    pageWords: { page: 'Seite', of: 'von' },
    blocks: [...printSession(dossier), ...dossier.projects.flatMap((page) => printProject(page))],
  };
}

const called = ({ number, title }: { number: string; title: string }): string => `${number} ${title}`;

/** What an item of the agenda is called. */
export function itemTitle({ project, title }: Pick<DossierItemDto, 'project' | 'title'>): string {
  return project === null ? title : called(project);
}

function printSession(dossier: DossierDto): Block[] {
  const { session, since, agenda, lights, overdue, gaps, conditions } = dossier;
  const [moment = '', judgedOn = ''] = dossier.moment.split('@');
  return [
    { kind: 'heading', level: 1, text: `Sitzung ${session.number} der IT-Kommission` },
    {
      kind: 'facts',
      rows: [
        { name: 'Beginn', text: dayAndTime(session.startsAt) },
        ...(session.title === '' ? [] : [{ name: 'Titel', text: session.title }]),
        ...(session.place === '' ? [] : [{ name: 'Ort', text: session.place }]),
        { name: 'Stand der Angaben', text: `${day(judgedOn)} (${moment}), Tage gezählt bis zur Sitzung` },
        {
          name: 'Teilnehmende',
          text: session.participants
            .map(({ role, label }) => (label === '' ? PARTICIPANT[role] : `${PARTICIPANT[role]} (${label})`))
            .join(', '),
        },
      ],
    },
    {
      kind: 'table',
      caption: 'Tagesordnung',
      columns: [
        { heading: 'TOP', share: 7 },
        { heading: 'Thema', share: 45 },
        { heading: 'Anlass', share: 48 },
      ],
      rows: agenda.map((item) => [
        String(item.position),
        itemTitle(item),
        [...item.reasons.map(reasonInWords), ...(item.note === '' ? [] : [item.note])].join('\n'),
      ]),
    },
    ...printDifferences(dossier, since),
    lights.length === 0
      ? { kind: 'paragraph', text: 'Kein laufendes Projekt meldet gelb oder rot.' }
      : {
          kind: 'table',
          caption: 'Rot oder gelb, mit Grund und Weg zurück',
          columns: [
            { heading: 'Projekt', share: 32 },
            { heading: 'Ampel', share: 13 },
            { heading: 'Grund', share: 30 },
            { heading: 'Weg zurück', share: 25 },
          ],
          rows: lights.map(({ project, light, ageDays, why, wayBack }) => [
            called(project),
            `${LIGHT[light]}\nvor ${counted(ageDays, 'Tag', 'Tagen')}`,
            why,
            wayBack,
          ]),
        },
    overdue.length === 0
      ? { kind: 'paragraph', text: 'Kein Bericht ist überfällig.' }
      : {
          kind: 'table',
          caption: 'Überfällige Berichte',
          columns: [
            { heading: 'Projekt', share: 60 },
            { heading: 'Letzter Bericht', share: 20 },
            { heading: 'Tage überfällig', share: 20, align: 'right' },
          ],
          rows: overdue.map(({ project, lastReportedOn, overdueDays }) => [
            called(project),
            day(lastReportedOn),
            String(overdueDays),
          ]),
        },
    gaps.length === 0
      ? { kind: 'paragraph', text: 'Kein laufendes Projekt hat eine Deckungslücke.' }
      : {
          kind: 'table',
          caption: 'Deckungslücken',
          columns: [
            { heading: 'Projekt', share: 50 },
            { heading: 'Ergebnishaushalt', share: 25, align: 'right' },
            { heading: 'Finanzhaushalt', share: 25, align: 'right' },
          ],
          rows: gaps.map(({ project, operatingCents, capitalCents }) => [
            called(project),
            euros(operatingCents),
            euros(capitalCents),
          ]),
        },
    conditions.length === 0
      ? { kind: 'paragraph', text: 'Keine Auflage ist offen.' }
      : conditionsTable('Offene Auflagen', conditions),
  ];
}

function printDifferences({ differences }: DossierDto, since: DossierDto['since']): Block[] {
  if (differences === null || since === null) {
    return [{ kind: 'paragraph', text: 'Es gibt keine frühere geschlossene Sitzung zum Vergleich.' }];
  }
  if (differences.length === 0) {
    return [{ kind: 'paragraph', text: `Seit Sitzung ${since.number} hat sich nichts geändert.` }];
  }
  const { told, others } = toldApart(differences);
  const period = `seit Sitzung ${since.number} vom ${dayAndTime(since.startsAt)}`;
  const blocks: Block[] = [];
  if (told.length > 0)
    blocks.push({
      kind: 'table',
      caption: `Geändert ${period}`,
      columns: [
        { heading: 'Projekt', share: 50 },
        { heading: 'Was', share: 50 },
      ],
      rows: told.map(({ project, kinds }) => [called(project), differenceInWords(kinds)]),
    });
  if (others > 0)
    blocks.push({
      kind: 'paragraph',
      text: `Bei ${counted(others, 'Projekt', 'Projekten')} haben sich ${period} nur andere Angaben geändert.`,
    });
  return blocks;
}
