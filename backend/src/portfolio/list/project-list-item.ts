import { daysBetween } from '../../platform/index.js';
import type { ProjectListItemDto } from '../dto/project-list.dto.js';
import { columnOf, type OverviewRow } from '../overview/overview-row.js';

/** What the list reads of the read model. */
const READ = [
  'id',
  'number',
  'title',
  'summary',
  'phase',
  'light',
  'lightSchedule',
  'lightCost',
  'lightScope',
  'lightResources',
  'lightHistory',
  'lightHistoryOn',
  'progressPercent',
  'helpWanted',
  'reportedOn',
  'reportCount',
  'rhythmSince',
  'selfScore',
  'selfSettled',
  'selfConflicts',
  'reviewScore',
  'reviewSettled',
  'reviewConflicts',
  'principleCount',
  'voiceDifferences',
  'co2Effect',
  'co2Magnitude',
  'iqRelevant',
  'declaredBudgetState',
  'derivedBudgetState',
  'needOperatingCents',
  'needCapitalCents',
  'securedOperatingCents',
  'securedCapitalCents',
  'gapOperatingCents',
  'gapCapitalCents',
  'actualOperatingCents',
  'actualCapitalCents',
  'forecastOperatingCents',
  'forecastCapitalCents',
  'baselineEnd',
  'approvedEnd',
  'expectedEnd',
  'endMoves',
  'slipDays',
  'nextMilestoneOn',
  'leadProject',
  'tags',
  'findings',
  'openRisks',
  'highRisks',
  'origin',
] as const satisfies readonly (keyof OverviewRow)[];

/** One row of the list as the database answers it. */
export interface ListedRow extends Pick<OverviewRow, (typeof READ)[number]> {
  officeId: string | null;
  officeShortName: string | null;
  officeName: string | null;
  actionFieldKey: string;
  actionFieldTitleDe: string;
  actionFieldTitleEn: string | null;
  agendas: string[] | null;
  /** Days within which a project in this phase reports; null when the phase has no rhythm. */
  rhythmDays: number | null;
}

/** The columns of `page` that the list shows, under the names of {@link ListedRow}. */
export const LISTED_COLUMNS = `
  ${READ.map((key) => `page.${columnOf(key)} as "${key}"`).join(', ')},
  office.id as "officeId", office.short_name as "officeShortName", office.name as "officeName",
  field.key as "actionFieldKey", field.title_de as "actionFieldTitleDe", field.title_en as "actionFieldTitleEn",
  case when page.agenda_ids <> '{}' then array(
    select agenda.key from digital_agenda agenda where agenda.id = any (page.agenda_ids)
     order by agenda.year_from, agenda.key) end as agendas,
  rhythm.days as "rhythmDays"`;

/** What has to be joined to `page` for {@link LISTED_COLUMNS}. */
export const LISTED_JOINS = `
  left join org_unit office on office.id = page.office_id
  left join action_field field on field.id = page.primary_action_field_id
  left join report_rhythm rhythm on rhythm.phase = page.phase`;

/** The columns of `o` that a page has to carry for {@link LISTED_COLUMNS} and every order. */
export const PAGE_COLUMNS = [
  ...READ.map((key) => `o.${columnOf(key)}`),
  'o.phase_rank',
  'o.light_rank',
  'o.office_id',
  'o.primary_action_field_id',
  'o.agenda_ids',
].join(', ');

/** Makes one project of the list from its row, judged on the day `today`. */
export function listItemOf(row: ListedRow, today: string): ProjectListItemDto {
  const silentDays = daysBetween(row.rhythmSince, today);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    summary: row.summary,
    phase: row.phase,
    office:
      row.officeId === null
        ? null
        : { id: row.officeId, shortName: row.officeShortName ?? '', name: row.officeName ?? '' },
    actionField: {
      key: row.actionFieldKey,
      title: { de: row.actionFieldTitleDe, en: row.actionFieldTitleEn },
    },
    light: row.light,
    lights: lightsOf(row),
    lightHistory: row.lightHistory,
    lightHistoryOn: row.lightHistoryOn,
    reportedOn: row.reportedOn,
    lightAgeDays: row.reportCount === 0 ? null : silentDays,
    overdue: row.rhythmDays !== null && silentDays > row.rhythmDays,
    progressPercent: row.progressPercent,
    selfScore: row.selfScore,
    coverage: { settled: row.selfSettled, of: row.principleCount },
    conflicts: row.selfConflicts,
    reviewScore: row.reviewScore,
    reviewCoverage: { settled: row.reviewSettled, of: row.principleCount },
    reviewConflicts: row.reviewConflicts,
    voiceDifferences: row.voiceDifferences,
    declaredBudgetState: row.declaredBudgetState,
    derivedBudgetState: row.derivedBudgetState,
    co2: row.co2Effect === null ? null : { effect: row.co2Effect, magnitude: row.co2Magnitude },
    iqRelevant: row.iqRelevant,
    need: { operatingCents: row.needOperatingCents, capitalCents: row.needCapitalCents },
    secured: { operatingCents: row.securedOperatingCents, capitalCents: row.securedCapitalCents },
    gap: { operatingCents: row.gapOperatingCents, capitalCents: row.gapCapitalCents },
    actual: { operatingCents: row.actualOperatingCents, capitalCents: row.actualCapitalCents },
    forecast: { operatingCents: row.forecastOperatingCents, capitalCents: row.forecastCapitalCents },
    baselineEnd: row.baselineEnd,
    approvedEnd: row.approvedEnd,
    expectedEnd: row.expectedEnd,
    endMoves: row.endMoves,
    slipDays: row.slipDays,
    nextMilestoneOn: row.nextMilestoneOn,
    leadProject: row.leadProject,
    agendas: row.agendas ?? [],
    tags: row.tags,
    findings: row.findings,
    helpWanted: row.helpWanted,
    openRisks: row.openRisks,
    highRisks: row.highRisks,
    origin: row.origin,
  };
}

function lightsOf({
  lightSchedule,
  lightCost,
  lightScope,
  lightResources,
}: ListedRow): ProjectListItemDto['lights'] {
  if (lightSchedule === null || lightCost === null || lightScope === null || lightResources === null)
    return null;
  return { schedule: lightSchedule, cost: lightCost, scope: lightScope, resources: lightResources };
}
