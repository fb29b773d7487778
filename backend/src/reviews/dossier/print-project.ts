import type { Block } from '../../platform/documents/index.js';
import type { DossierConditionDto, DossierProjectDto, DossierScoreDto } from '../dto/dossier.dto.js';
import {
  CONDITION,
  counted,
  day,
  euros,
  FIELD,
  LIGHT,
  OWNER,
  PHASE,
  reasonInWords,
  valueInWords,
} from '../print/german.js';
import { lightsFigure } from '../print/lights-figure.js';

/** Sets the page of one project. */
export function printProject(page: DossierProjectDto): Block[] {
  const { project, reasons, report, lights, conditions, changes } = page;
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 2, text: `${project.number} ${project.title}` },
    ...(reasons.length === 0
      ? []
      : [{ kind: 'list' as const, items: reasons.map((reason) => reasonInWords(reason)) }]),
    ...(report?.helpWanted
      ? ([
          { kind: 'heading', level: 3, text: 'Bitte an die Kommission' },
          { kind: 'paragraph', text: report.helpWanted, tone: 'strong' },
        ] as const)
      : []),
    { kind: 'facts', rows: factsOf(page) },
    { kind: 'heading', level: 3, text: 'Ampelverlauf' },
    ...(lights.length === 0
      ? [{ kind: 'paragraph' as const, text: 'Noch kein Bericht.' }]
      : [lightsFigure(lights), lightsTable(page)]),
    { kind: 'heading', level: 3, text: 'Geändert seit der letzten Sitzung' },
    changesBlock(changes),
    { kind: 'heading', level: 3, text: 'Prüfraster' },
    gridTable(page.grid),
    conditions.length === 0
      ? { kind: 'paragraph', text: 'Keine offenen Auflagen.' }
      : conditionsTable('Offene Auflagen', conditions),
  ];
}

/** A table of conditions that are not met. */
export function conditionsTable(caption: string, conditions: DossierConditionDto[]): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      { heading: 'Projekt', share: 18 },
      { heading: 'Auflage', share: 42 },
      { heading: 'Zuständig', share: 20 },
      { heading: 'Fällig', share: 20 },
    ],
    rows: conditions.map(({ project, text, ownerRole, dueOn, delayDays, state, sessionNumber }) => [
      project.number,
      `${text}\n(Sitzung ${sessionNumber}, ${CONDITION[state]})`,
      OWNER[ownerRole],
      delayDays === 0 ? day(dueOn) : `${day(dueOn)}\nVerzug ${counted(delayDays, 'Tag', 'Tage')}`,
    ]),
  };
}

function factsOf({ phase, office, overdueDays, report, promise, gap }: DossierProjectDto) {
  const { baselineEnd, approvedEnd, expectedEnd, moves, slipDays } = promise;
  const slip = slipDays === null || slipDays <= 0 ? '' : `, ${counted(slipDays, 'Tag', 'Tage')} später`;
  const said = (name: string, text: string | null | undefined) => (text ? [{ name, text }] : []);
  return [
    { name: 'Phase', text: PHASE[phase] ?? phase },
    ...said('Dienststelle', office),
    ...(overdueDays > 0
      ? [{ name: 'Bericht', text: `seit ${counted(overdueDays, 'Tag', 'Tagen')} überfällig` }]
      : []),
    ...(report === null ? [] : [{ name: 'Fortschritt', text: `${report.progressPercent} %` }]),
    {
      name: 'Zusage (Ende)',
      text: `ursprünglich ${day(baselineEnd)}, freigegeben ${day(approvedEnd)}, erwartet ${day(expectedEnd)}; ${counted(moves, 'Mal', 'Mal')} verschoben${slip}`,
    },
    {
      name: 'Deckungslücke',
      text: `Ergebnishaushalt ${euros(gap.operatingCents)}, Finanzhaushalt ${euros(gap.capitalCents)}`,
    },
    ...said('Erreicht', report?.done),
    ...said('Nächste Schritte', report?.next),
    ...said('Hindernisse', report?.blockers),
    ...said('Warum schlechter', report?.worseReason),
    ...said('Weg zurück', report?.wayBack),
  ];
}

function lightsTable({ lights }: DossierProjectDto): Block {
  const word = (light: string): string => LIGHT[light] ?? light;
  return {
    kind: 'table',
    caption: 'Die letzten sechs Berichte',
    columns: ['Stand', 'Gesamt', 'Termine', 'Kosten', 'Umfang', 'Ressourcen'].map((heading) => ({
      heading,
      share: 1,
    })),
    rows: lights.map(({ reportedOn, overall, schedule, cost, scope, resources }) => [
      day(reportedOn),
      ...[overall, schedule, cost, scope, resources].map(word),
    ]),
  };
}

function changesBlock(changes: DossierProjectDto['changes']): Block {
  if (changes === null) return { kind: 'paragraph', text: 'Keine frühere Sitzung zum Vergleich.' };
  if (changes.length === 0) return { kind: 'paragraph', text: 'Nichts.' };
  return {
    kind: 'table',
    caption: 'Feld für Feld',
    columns: [
      { heading: 'Angabe', share: 34 },
      { heading: 'vorher', share: 33 },
      { heading: 'jetzt', share: 33 },
    ],
    rows: changes.map(({ field, part, before, after, unit }) => [
      part === null ? FIELD[field] : `${FIELD[field]}: ${part.de}`,
      valueInWords(before, unit),
      valueInWords(after, unit),
    ]),
  };
}

function gridTable(grid: DossierScoreDto[]): Block {
  const given = (score: string | null): string => valueInWords(score, 'score');
  return {
    kind: 'table',
    caption: 'Gestaltungsprinzipien in zwei Einschätzungen (0 Konflikt bis 4 vorbildlich)',
    columns: [
      { heading: 'Prinzip', share: 44 },
      { heading: 'Selbst', share: 15, align: 'right' },
      { heading: 'Prüfung', share: 15, align: 'right' },
      { heading: 'Hinweis', share: 26 },
    ],
    rows: grid.map(({ title, self, review, conflict, differs }) => [
      title.de,
      given(self),
      given(review),
      [...(conflict ? ['Konflikt'] : []), ...(differs ? ['Einschätzungen weichen ab'] : [])].join(', '),
    ]),
  };
}
