import { writePdf } from '../../platform/documents/index.js';
import type { DossierProjectDto } from '../dto/dossier.dto.js';
import { printProject } from './print-project.js';

const PROJECT = { id: 'p', number: 'DA-2022-005', title: 'Glasfaserausbau städtisches Datennetz' };

/** Six reports, every line of a report, a request, twelve changes and all principles. */
const FULL: DossierProjectDto = {
  project: PROJECT,
  phase: 'in-progress',
  office: 'Amt für Informationstechnik und Digitalisierung',
  reasons: [],
  overdueDays: 12,
  lights: ['06', '07', '08', '09', '10', '11'].map((month) => ({
    reportedOn: `2026-${month}-05`,
    overall: 'red',
    schedule: 'red',
    cost: 'amber',
    scope: 'green',
    resources: 'green',
  })),
  report: {
    progressPercent: 75,
    done: 'Spleißarbeiten in 18 Gebäuden erledigt, Leerrohre in der Nordstadt mitverlegt.',
    next: 'Höhenstadtteile nach der Winterpause fertigstellen.',
    blockers: 'Ohne Deckung können zwei Lose nicht beauftragt werden.',
    worseReason: 'Die Ausschreibung musste wiederholt werden.',
    wayBack: 'Zweites Los mit kürzerer Frist.',
    helpWanted: 'Entscheidung, ob zwei Lose verschoben oder überplanmäßig gedeckt werden.',
  },
  promise: {
    baselineEnd: '2026-05-12',
    approvedEnd: '2027-07-26',
    expectedEnd: '2027-11-08',
    moves: 7,
    slipDays: 545,
  },
  gap: { project: PROJECT, operatingCents: 110_000_00, capitalCents: 2_620_000_00 },
  grid: Array.from({ length: 9 }, (_, index) => ({
    title: { de: `Prinzip ${index + 1}`, en: null },
    self: '3',
    review: '1',
    conflict: index === 0,
    differs: true,
  })),
  conditions: [],
  changes: Array.from({ length: 12 }, () => ({
    field: 'progressPercent',
    part: null,
    before: 69,
    after: 75,
    unit: 'percent',
    direction: 'better',
  })),
};

const pagesOf = async (page: DossierProjectDto): Promise<number> => {
  const pdf = await writePdf({
    title: 'Vorlage',
    language: 'de-DE',
    issuer: 'Digitale Agenda',
    at: '2026-11-28T08:00:00Z',
    pageWords: { page: 'Seite', of: 'von' },
    blocks: printProject(page),
  });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
};

describe('the page of a project in the dossier', () => {
  it('is one page for a project that has much to tell', async () => {
    expect(await pagesOf(FULL)).toBe(1);
  });

  it('goes on on a second one rather than leaving anything out', async () => {
    expect(await pagesOf({ ...FULL, changes: [...(FULL.changes ?? []), ...(FULL.changes ?? [])] })).toBe(2);
  });
});
