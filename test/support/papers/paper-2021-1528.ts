import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ifMatch } from '../projects';
import { type PaperAnswer, paperAt, type PapersTest } from './papers';

/** What the city's reference file says of the printed sheet: `coverSheet`, taken over as it is. */
export const REFERENCE = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'cover-sheet-2021-1528.json'), 'utf8'),
) as { fields: string[]; exampleOfThisPaper: ExampleOfThisPaper };

/** The example of the reference file. */
export interface ExampleOfThisPaper extends Record<string, unknown> {
  financialEffects: boolean;
  financing: string;
  co2: { relevant: boolean; effect: string; magnitude: string };
  iqRelevant: boolean;
  corridorTheme: string;
  localCouncilHearing: boolean;
  municipalCompanies: boolean;
}

/** The corridor theme as it is printed; the reference file has it in English. */
export const CORRIDOR_THEME = {
  printed: 'alle, insbesondere moderne Verwaltung',
  inReference: 'all, in particular modern administration',
};
/** The motion of the printed sheet. */
export const MOTION =
  'Der Gemeinderat beschließt - nach Vorberatung im Hauptausschuss - die Digitalstrategie der Stadtverwaltung ' +
  'Karlsruhe und beauftragt das Amt für Informationstechnik und Digitalisierung mit der Koordination der Umsetzung.';
/** The explanation that is printed beside the boxes of the financing. */
export const NOTE =
  'Die jeweiligen Projekte sind bereits budgetiert oder werden einzeln in künftige Haushalte eingebracht';
/** The boxes as somebody ticks them who has the printed sheet in front of them; what is open there is not sent. */
export const ENTERED = {
  financialEffects: false,
  financing: 'partial',
  counterFundingNote: NOTE,
  co2Relevant: true,
  co2Effect: 'positive',
  co2Magnitude: 'considerable',
  iqRelevant: true,
  corridorTheme: CORRIDOR_THEME.printed,
  localCouncilHearing: false,
  municipalCompanies: false,
};

const CONSULTATIONS = [
  {
    body: 'hauptausschuss',
    bodyName: 'Hauptausschuss',
    heldOn: '2022-02-08',
    agendaItem: '8',
    isPublic: false,
    role: 'preliminary',
    result: 'vorberaten',
  },
  {
    body: 'gemeinderat',
    heldOn: '2022-02-22',
    agendaItem: '6',
    isPublic: true,
    role: 'decision',
    result: 'einstimmig zugestimmt',
    isAuthoritative: true,
  },
];

/** Enters paper 2021/1528 as somebody who has it in front of them would. */
export async function rebuild({ office, make }: PapersTest): Promise<PaperAnswer> {
  const { id, ...made } = await make(office, {
    reference: '2021/1528',
    title: 'Digitalstrategie der Stadtverwaltung Karlsruhe',
    office: 'it',
    motion: MOTION,
    isPublic: true,
  });
  let { version } = made;
  const change = async (method: 'POST' | 'PUT', part: string, body: object): Promise<void> => {
    const url = `${paperAt(id)}/${part}`;
    const answer = await office.send<PaperAnswer>(method, url, body, ifMatch(version));
    if (answer.status >= 300) throw new Error(`${part} was answered by ${answer.status}.`);
    ({ version } = answer.body);
  };
  for (const consultation of CONSULTATIONS) await change('POST', 'consultations', consultation);
  await change('PUT', 'cover-sheet', ENTERED);
  return { id, version };
}

/** Issues its cover sheet; answers with the address of the issue. */
export async function issue({ office }: PapersTest, paper: PaperAnswer): Promise<string> {
  const url = `${paperAt(paper.id)}/cover-sheet/issues`;
  const issued = await office.send<PaperAnswer>('POST', url, undefined, ifMatch(paper.version));
  if (issued.status !== 201) throw new Error(`Issuing was answered by ${issued.status}.`);
  return `${url}/${issued.body.id}`;
}
