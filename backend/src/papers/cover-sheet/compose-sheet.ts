import type { RightsOnProject } from '../../projects/index.js';
import type { CoverSheetDto, CoverSheetDocumentDto } from '../dto/cover-sheet.dto.js';
import type { PaperDto } from '../dto/paper.dto.js';
import { BLANK_SHEET, COVER_SHEET_FIELDS, type CoverSheetValues } from './cover-sheet.enums.js';
import { type SheetProject, sheetOfProjects } from './project-sheet.rules.js';
import { findingsOfSheet } from './sheet-findings.rules.js';

/** What the statement reads of a paper for its cover sheet. */
export interface SheetRow extends Omit<PaperDto, 'mayEdit'> {
  rev: number;
  rights: RightsOnProject[];
  entered: Partial<CoverSheetValues>;
  data: SheetProject[];
}

/** The sheet as it stands: what was entered stands against what the projects say. */
export function sheetOf(
  row: SheetRow,
): Pick<CoverSheetDto, 'values' | 'fromProjects' | 'entered' | 'findings'> {
  const fromProjects = sheetOfProjects(row.data);
  const values: CoverSheetValues = { ...BLANK_SHEET, ...fromProjects, ...row.entered };
  return {
    values,
    fromProjects,
    entered: COVER_SHEET_FIELDS.filter((field) => field in row.entered),
    findings: findingsOfSheet(values, {
      head: {
        reference: row.reference,
        motion: row.motion,
        hasOffice: row.office !== null,
        consultationCount: row.consultations.length,
      },
      projects: row.data,
    }),
  };
}

/** The document that an issue keeps. */
export function documentOf(
  row: SheetRow,
  issue: Pick<CoverSheetDocumentDto, 'issue' | 'issuedOn' | 'speaksOf'>,
): CoverSheetDocumentDto {
  const { values, entered, findings } = sheetOf(row);
  return {
    format: 'cover-sheet/1',
    ...issue,
    paper: {
      id: row.id,
      reference: row.reference,
      type: row.type,
      title: row.title,
      datedOn: row.datedOn,
      directorate: row.directorate?.shortName ?? null,
      office: row.office?.shortName ?? null,
      motion: row.motion,
    },
    consultations: row.consultations,
    values,
    entered,
    findings,
    projects: row.projects,
  };
}
