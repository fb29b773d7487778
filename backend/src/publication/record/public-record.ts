import { daysBetween, utc } from '../../platform/index.js';
import type { Co2Effect, Co2Magnitude, DeclaredBudgetState, Phase } from '../../projects/index.js';
import type { Light } from '../../status-reports/index.js';
import type { PublicMilestoneDto, PublicProjectDto, PublicRecordDto } from '../dto/public-project.dto.js';
import { PUBLIC_FIELDS, type PublicField } from '../publication.enums.js';

/** A record as statements read it. */
export interface RecordRow {
  id: string;
  number: string;
  title: string;
  summary: string;
  phase: Phase;
  actionFieldKey: string;
  actionFieldTitleDe: string;
  actionFieldTitleEn: string | null;
  officeId: string | null;
  officeShortName: string | null;
  officeName: string | null;
  light: Light | null;
  lightOn: string | null;
  rhythmDays: number | null;
  principleScore: number | null;
  settled: number;
  principleCount: number;
  conflicts: number;
  co2Effect: Co2Effect | null;
  co2Magnitude: Co2Magnitude | null;
  declaredBudgetState: DeclaredBudgetState | null;
  milestones: PublicMilestoneDto[];
}

/** A record that is public, as statements read it. */
export interface PublishedRow extends RecordRow {
  publishedAt: string;
  refreshedAt: string;
}

const PLAIN = {
  number: 'number',
  title: 'title',
  summary: 'summary',
  phase: 'phase',
  office_id: 'officeId',
  office_short_name: 'officeShortName',
  office_name: 'officeName',
  light: 'light',
  light_on: 'lightOn',
  principle_score: 'principleScore',
  settled: 'settled',
  principle_count: 'principleCount',
  conflicts: 'conflicts',
  co2_effect: 'co2Effect',
  co2_magnitude: 'co2Magnitude',
  declared_budget_state: 'declaredBudgetState',
  milestones: 'milestones',
};

/** The columns of `record` under the names of {@link RecordRow}; needs {@link RECORD_JOINS}. */
export const RECORD_COLUMNS = `
  record.id, ${Object.entries(PLAIN)
    .map(([column, name]) => `record.${column} as "${name}"`)
    .join(', ')},
  field.key as "actionFieldKey", field.title_de as "actionFieldTitleDe", field.title_en as "actionFieldTitleEn",
  rhythm.days as "rhythmDays"`;

/** The columns of `record` under the names of {@link PublishedRow}. */
export const PUBLISHED_COLUMNS = `${RECORD_COLUMNS},
  ${utc('record.published_at')} as "publishedAt", ${utc('record.refreshed_at')} as "refreshedAt"`;

/** Public catalogues that a record is shown with. */
export const RECORD_JOINS = `
  join action_field field on field.id = record.action_field_id
  left join report_rhythm rhythm on rhythm.phase = record.phase`;

/** Makes what the public sees from a record, judged on the day `today`. */
export function publicRecordOf(row: RecordRow, today: string): PublicRecordDto {
  const lightAgeDays = row.lightOn === null ? null : daysBetween(row.lightOn, today);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    summary: row.summary,
    phase: row.phase,
    actionField: {
      key: row.actionFieldKey,
      title: { de: row.actionFieldTitleDe, en: row.actionFieldTitleEn },
    },
    office:
      row.officeId === null
        ? null
        : { id: row.officeId, shortName: row.officeShortName ?? '', name: row.officeName ?? '' },
    light: row.light,
    lightOn: row.lightOn,
    lightAgeDays,
    overdue: lightAgeDays !== null && row.rhythmDays !== null && lightAgeDays > row.rhythmDays,
    principleScore: row.principleScore,
    coverage: { settled: row.settled, of: row.principleCount },
    conflicts: row.conflicts,
    co2: row.co2Effect === null ? null : { effect: row.co2Effect, magnitude: row.co2Magnitude },
    declaredBudgetState: row.declaredBudgetState,
    milestones: row.milestones,
  };
}

/** Makes a published project from its record, judged on the day `today`. */
export function publicProjectOf(row: PublishedRow, today: string): PublicProjectDto {
  return {
    ...publicRecordOf(row, today),
    publishedAt: row.publishedAt,
    refreshedAt: row.refreshedAt,
  };
}

/** Lists the public fields in which two records of one project differ. */
export function changedFields(before: PublicRecordDto, after: PublicRecordDto): PublicField[] {
  return PUBLIC_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
