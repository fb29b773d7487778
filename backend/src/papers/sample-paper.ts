import { Injectable } from '@nestjs/common';
import { newId, Transactions } from '../platform/index.js';
import { Consultation } from './consultation.entity.js';
import { Paper } from './paper.entity.js';

/** The paper by which the strategy was adopted. Source: paper 2021/1528 of the city of Karlsruhe. */
const MOTION =
  'Der Gemeinderat beschließt - nach Vorberatung im Hauptausschuss - die Digitalstrategie der Stadtverwaltung ' +
  'Karlsruhe und beauftragt das Amt für Informationstechnik und Digitalisierung mit der Koordination der Umsetzung.';
const COUNTER_FUNDING =
  'Die jeweiligen Projekte sind bereits budgetiert oder werden einzeln in künftige Haushalte eingebracht';

/** Loads the one real paper beside the made-up projects. */
@Injectable()
export class SamplePaper {
  constructor(private readonly transactions: Transactions) {}

  /** Adds the paper with its two consultations and its cover sheet, for the bodies and units that the strategy file names. */
  async load(): Promise<void> {
    await this.transactions.run({ command: 'paper.create', source: 'sample' }, async (tx) => {
      const ids = await tx.query<{ key: string; id: string; parentId: string | null }>(
        `select key, id, parent_id as "parentId" from org_unit where key = 'it'
          union all select key, id, null from council_body where key in ('gemeinderat', 'hauptausschuss')`,
      );
      const idOf = (key: string): string | null => ids.find((known) => known.key === key)?.id ?? null;
      const id = newId();
      await tx.insert(Paper, {
        id,
        reference: '2021/1528',
        type: 'decision',
        title: 'Digitalstrategie der Stadtverwaltung Karlsruhe',
        officeId: idOf('it'),
        directorateId: ids.find(({ key }) => key === 'it')?.parentId ?? null,
        motion: MOTION,
        isPublic: true,
        coverSheet: {
          financialEffects: false,
          financing: 'partial',
          counterFundingNote: COUNTER_FUNDING,
          co2Relevant: true,
          co2Effect: 'positive',
          co2Magnitude: 'considerable',
          iqRelevant: true,
          corridorTheme: 'alle, insbesondere moderne Verwaltung',
          localCouncilHearing: false,
          municipalCompanies: false,
        },
      });
      await tx.insert(Consultation, [
        {
          id: newId(),
          paperId: id,
          bodyId: idOf('hauptausschuss'),
          bodyName: 'Hauptausschuss',
          heldOn: '2022-02-08',
          agendaItem: '8',
          isPublic: false,
          role: 'preliminary',
          result: 'vorberaten',
        },
        {
          id: newId(),
          paperId: id,
          bodyId: idOf('gemeinderat'),
          bodyName: 'Gemeinderat',
          heldOn: '2022-02-22',
          agendaItem: '6',
          isPublic: true,
          role: 'decision',
          result: 'einstimmig zugestimmt',
          isAuthoritative: true,
        },
      ]);
    });
  }
}
