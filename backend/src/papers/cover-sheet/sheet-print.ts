import { type Block, boxes, type Fact, type PrintedDocument } from '../../platform/documents/index.js';
import type { ConsultationDto } from '../dto/paper.dto.js';
import type { CoverSheetDocumentDto } from '../dto/cover-sheet.dto.js';
import type { ConsultationRole, PaperType } from '../paper.enums.js';
import type { CoverSheetValues } from './cover-sheet.enums.js';

const TYPES: Record<PaperType, string> = {
  decision: 'Beschlussvorlage',
  information: 'Informationsvorlage',
  motion: 'Antrag',
  inquiry: 'Anfrage',
  amendment: 'Änderungs- oder Ergänzungsantrag',
  budget: 'Haushaltsvorlage',
  other: 'Sonstige Vorlage',
};
const ROLES: Record<ConsultationRole, string> = {
  decision: 'Entscheidung',
  preliminary: 'Vorberatung',
  information: 'Kenntnisnahme',
  hearing: 'Anhörung',
  unknown: '',
};
const OPEN = '–';

/** Puts an issued document into the words and boxes of the printed sheet: German, as the council reads it. */
export function printedSheet(sheet: CoverSheetDocumentDto): PrintedDocument {
  const { paper, consultations, values } = sheet;
  const title = `Vorlage Nr.: ${paper.reference || OPEN}`;
  return {
    title,
    language: 'de-DE',
    issuer: [paper.directorate, paper.office].filter((unit) => unit !== null).join(', ') || 'Digitale Agenda',
    at: `${sheet.issuedOn}T00:00:00.000000Z`,
    pageWords: { page: 'Seite', of: 'von' },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: paper.title, tone: 'strong' },
      { kind: 'facts', rows: headFacts(paper) },
      { kind: 'heading', level: 2, text: 'Beratungsfolge dieser Vorlage' },
      consultationTable(consultations),
      { kind: 'heading', level: 2, text: 'Beschlussantrag (Kurzfassung)' },
      { kind: 'paragraph', text: paper.motion || OPEN },
      { kind: 'heading', level: 2, text: 'Auswirkungen' },
      { kind: 'facts', rows: [...moneyFacts(values), ...otherFacts(values)] },
      {
        kind: 'paragraph',
        text: `Ausgabe ${sheet.issue} vom ${day(sheet.issuedOn)}, Datenstand: Fassung ${sheet.speaksOf}`,
        tone: 'small',
      },
    ],
  };
}

function headFacts(paper: CoverSheetDocumentDto['paper']): Fact[] {
  return [
    { name: 'Art', text: TYPES[paper.type] },
    { name: 'Verantwortlich', text: paper.directorate ?? OPEN },
    { name: 'Dienststelle', text: paper.office ?? OPEN },
    { name: 'Datum', text: paper.datedOn === null ? OPEN : day(paper.datedOn) },
  ];
}

function consultationTable(consultations: readonly ConsultationDto[]): Block {
  if (consultations.length === 0) return { kind: 'paragraph', text: OPEN };
  return {
    kind: 'table',
    caption: 'Gremien, denen die Vorlage vorliegt (ö: öffentlich, nö: nicht öffentlich)',
    columns: [
      { heading: 'Gremium', share: 4 },
      { heading: 'Termin', share: 2 },
      { heading: 'TOP', share: 1 },
      { heading: 'ö', share: 0.6 },
      { heading: 'nö', share: 0.7 },
      { heading: 'Zuständigkeit', share: 2.5 },
      { heading: 'Ergebnis', share: 3.5 },
    ],
    rows: consultations.map((c) => [
      c.bodyName,
      c.heldOn === null ? '' : day(c.heldOn),
      c.agendaItem,
      c.isPublic ? 'x' : '',
      c.isPublic ? '' : 'x',
      ROLES[c.role],
      c.result,
    ]),
  };
}

function moneyFacts(v: CoverSheetValues): Fact[] {
  return [
    { name: 'Finanzielle Auswirkungen', text: yesNo(v.financialEffects) },
    {
      name: 'Art der Maßnahme',
      text: ticks(['Investition', v.investment], ['Konsumtive Maßnahme', v.operating]),
    },
    { name: 'Gesamtkosten', text: money(v.totalCostsCents) },
    { name: 'Jährliche/r Budgetbedarf/Folgekosten', text: money(v.annualCostsCents) },
    { name: 'Gesamteinzahlung', text: money(v.totalReceiptsCents) },
    { name: 'Jährlicher Ertrag', text: money(v.annualIncomeCents) },
    {
      name: 'Finanzierung',
      text: ticks(
        ['bereits vollständig budgetiert', v.financing === 'full'],
        ['teilweise budgetiert', v.financing === 'partial'],
        ['nicht budgetiert', v.financing === 'none'],
      ),
    },
    {
      name: 'Gegenfinanzierung durch',
      text: withText(
        ticks(
          ['Mehrerträge/-einzahlung', v.additionalRevenue],
          ['Wegfall bestehender Aufgaben', v.discontinuedTasks],
          ['Umschichtung innerhalb des Dezernates', v.reallocation],
        ),
        v.counterFundingNote,
      ),
    },
  ];
}

function otherFacts(v: CoverSheetValues): Fact[] {
  return [
    {
      name: 'CO₂-Relevanz: Auswirkung auf den Klimaschutz',
      text: withText(yesNo(v.co2Relevant), v.co2Reason, 'Begründung, Optimierung: '),
    },
    {
      name: 'Richtung der Auswirkung',
      text: ticks(['positiv', v.co2Effect === 'positive'], ['negativ', v.co2Effect === 'negative']),
    },
    {
      name: 'Umfang der Auswirkung',
      text: ticks(
        ['geringfügig', v.co2Magnitude === 'minor'],
        ['erheblich', v.co2Magnitude === 'considerable'],
      ),
    },
    { name: 'IQ-relevant', text: withText(yesNo(v.iqRelevant), v.corridorTheme, 'Korridorthema: ') },
    {
      name: 'Anhörung Ortschaftsrat (§ 70 Abs. 1 GemO)',
      text: withText(
        yesNo(v.localCouncilHearing),
        v.localCouncilHeardOn === null ? null : day(v.localCouncilHeardOn),
        'durchgeführt am ',
      ),
    },
    {
      name: 'Abstimmung mit städtischen Gesellschaften',
      text: withText(yesNo(v.municipalCompanies), v.coordinatedWith, 'abgestimmt mit '),
    },
  ];
}

function ticks(...items: [label: string, checked: boolean | null][]): string {
  return boxes(items.map(([label, checked]) => ({ label, checked: checked === true })));
}

function yesNo(answer: boolean | null): string {
  return ticks(['Ja', answer], ['Nein', answer === false]);
}

function withText(before: string, text: string | null, intro = ''): string {
  return text === null || text === '' ? before : `${before}\n${intro}${text}`;
}

function money(cents: number | null): string {
  if (cents === null) return OPEN;
  return new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

function day(text: string): string {
  return text.split('-').toReversed().join('.');
}
