import type { Block } from '../../platform/documents/index.js';
import type { DossierConditionDto, DossierProjectDto, DossierScoreDto } from '../dto/dossier.dto.js';
import {
  CONDITION,
  counted,
  day,
  euros,
  fieldInWords,
  LIGHT,
  OWNER,
  PHASE,
  reasonInWords,
  scoreInWords,
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
          { kind: 'heading', level: 3, text: 'Bitte um Unterstützung' },
          { kind: 'paragraph', text: report.helpWanted, tone: 'strong' },
        ] as const)
      : []),
    { kind: 'facts', rows: factsOf(page) },
    { kind: 'heading', level: 3, text: 'Ampelverlauf der letzten sechs Berichte' },
    ...(lights.length === 0
      ? [{ kind: 'paragraph' as const, text: 'Noch kein Bericht.' }]
      : [lightsFigure(lights), lightsTable(page)]),
    { kind: 'heading', level: 3, text: 'Geändert seit der letzten Sitzung, Feld für Feld' },
    changesBlock(changes),
    { kind: 'heading', level: 3, text: 'Prüfraster in zwei Stimmen (0 widerspricht, 4 vorbildlich)' },
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
    {
      name: 'Phase',
      text: [
        PHASE[phase] ?? phase,
        ...(report === null ? [] : [`Fortschritt ${report.progressPercent} %`]),
        ...(overdueDays > 0 ? [`Bericht ${counted(overdueDays, 'Tag', 'Tage')} überfällig`] : []),
      ].join(', '),
    },
    ...said('Dienststelle', office),
    {
      name: 'Zusage (Ende)',
      text: `ursprünglich ${day(baselineEnd)}, genehmigt ${day(approvedEnd)}, erwartet ${day(expectedEnd)}; ${movesInWords(moves)}${slip}`,
    },
    {
      name: 'Deckungslücke',
      text: `Ergebnishaushalt ${euros(gap.operatingCents)}, Finanzhaushalt ${euros(gap.capitalCents)}`,
    },
    ...said('Erledigt', report?.done),
    ...said('Als Nächstes', report?.next),
    ...said('Hindernisse', report?.blockers),
    ...said('Warum schlechter', report?.worseReason),
    ...said('Weg zurück', report?.wayBack),
  ];
}

function movesInWords(moves: number): string {
  if (moves < 2) return moves === 0 ? 'nie verschoben' : 'einmal verschoben';
  return `${moves}-mal verschoben`;
}

function lightsTable({ lights }: DossierProjectDto): Block {
  const word = (light: string): string => LIGHT[light] ?? light;
  return {
    kind: 'table',
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
    columns: [
      { heading: 'Feld', share: 34 },
      { heading: 'Vorher', share: 33 },
      { heading: 'Nachher', share: 33 },
    ],
    rows: changes.map((change) => [
      fieldInWords(change),
      valueInWords(change.before, change),
      valueInWords(change.after, change),
    ]),
  };
}

function gridTable(grid: DossierScoreDto[]): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'Prinzip', share: 38 },
      { heading: 'Selbsteinschätzung', share: 22, align: 'right' },
      { heading: 'Gegenprüfung', share: 16, align: 'right' },
      { heading: 'Hinweis', share: 24 },
    ],
    rows: grid.map(({ title, self, review, conflict, differs }) => [
      title.de,
      scoreInWords(self),
      scoreInWords(review),
      [...(conflict ? ['Konflikt'] : []), ...(differs ? ['Stimmen weichen ab'] : [])].join(', '),
    ]),
  };
}
