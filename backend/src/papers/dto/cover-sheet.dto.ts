import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { AsOfQuery, PageDto } from '../../platform/index.js';
import {
  CO2_MAGNITUDES,
  type Co2Magnitude,
  DECLARED_BUDGET_STATES,
  type DeclaredBudgetState,
} from '../../projects/index.js';
import {
  COVER_SHEET_FIELDS,
  type CoverSheetField,
  type CoverSheetValues,
} from '../cover-sheet/cover-sheet.enums.js';
import {
  SHEET_FINDINGS,
  type SheetFinding,
  type SheetFindingCode,
} from '../cover-sheet/sheet-findings.rules.js';
import { PAPER_TYPES, type PaperType } from '../paper.enums.js';
import { ConsultationDto, PaperProjectDto } from './paper.dto.js';

/** Fields and boxes of a cover sheet; null is left open. */
export class CoverSheetValuesDto implements CoverSheetValues {
  financialEffects!: boolean | null;
  investment!: boolean | null;
  operating!: boolean | null;
  totalCostsCents!: number | null;
  annualCostsCents!: number | null;
  totalReceiptsCents!: number | null;
  annualIncomeCents!: number | null;
  @ApiProperty({ enum: DECLARED_BUDGET_STATES, nullable: true })
  financing!: DeclaredBudgetState | null;
  additionalRevenue!: boolean | null;
  discontinuedTasks!: boolean | null;
  reallocation!: boolean | null;
  counterFundingNote!: string | null;
  co2Relevant!: boolean | null;
  @ApiProperty({ enum: ['positive', 'negative'], nullable: true })
  co2Effect!: 'positive' | 'negative' | null;
  @ApiProperty({ enum: CO2_MAGNITUDES, nullable: true })
  co2Magnitude!: Co2Magnitude | null;
  co2Reason!: string | null;
  iqRelevant!: boolean | null;
  corridorTheme!: string | null;
  localCouncilHearing!: boolean | null;
  localCouncilHeardOn!: string | null;
  municipalCompanies!: boolean | null;
  coordinatedWith!: string | null;
}

/** Something odd about a cover sheet; it blocks nothing. */
export class SheetFindingDto implements SheetFinding {
  @ApiProperty({ enum: SHEET_FINDINGS })
  code!: SheetFindingCode;
  /** Where it can be settled; null when it is none of the boxes. */
  @ApiProperty({ enum: COVER_SHEET_FIELDS, nullable: true })
  field!: CoverSheetField | null;
}

/** The cover sheet of a paper as it stands. */
export class CoverSheetDto {
  /** Version of the paper. */
  version!: number;
  /** What the sheet prints. */
  values!: CoverSheetValuesDto;
  /** What the data of the projects say, also where something else was entered. */
  fromProjects!: CoverSheetValuesDto;
  /** Fields that were entered by hand. */
  @ApiProperty({ enum: COVER_SHEET_FIELDS, isArray: true })
  entered!: CoverSheetField[];
  findings!: SheetFindingDto[];
  mayEdit!: boolean;
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
}

/** What an issued sheet says of its paper. */
export class SheetPaperDto {
  id!: string;
  reference!: string;
  @ApiProperty({ enum: PAPER_TYPES })
  type!: PaperType;
  title!: string;
  datedOn!: string | null;
  /** Short name of the responsible directorate. */
  directorate!: string | null;
  /** Short name of the responsible office. */
  office!: string | null;
  motion!: string;
}

/** An issued cover sheet, as it is kept. */
export class CoverSheetDocumentDto {
  @ApiProperty({ enum: ['cover-sheet/1'] })
  format!: 'cover-sheet/1';
  /** Counted per paper from 1. */
  issue!: number;
  /** A day. */
  issuedOn!: string;
  /** The revision that it speaks of, as `r<rev>@<day>`. */
  speaksOf!: string;
  paper!: SheetPaperDto;
  consultations!: ConsultationDto[];
  values!: CoverSheetValuesDto;
  @ApiProperty({ enum: COVER_SHEET_FIELDS, isArray: true })
  entered!: CoverSheetField[];
  findings!: SheetFindingDto[];
  projects!: PaperProjectDto[];
}

/** When a cover sheet was issued, and what proves that it is the same still. */
export class CoverSheetIssueDto {
  id!: string;
  /** Counted per paper from 1. */
  number!: number;
  issuedAt!: string;
  /** The revision that it speaks of, as `r<rev>`. */
  speaksOf!: string;
  /** SHA-256 of the JSON document, hexadecimal. */
  sha256!: string;
}

/** The issues of a paper's cover sheet, the newest first. */
export class CoverSheetIssueListDto extends PageDto {
  items!: CoverSheetIssueDto[];
}

/** As what an issue is wanted. */
export class IssueQuery extends AsOfQuery {
  /** `json` when absent. */
  @IsOptional()
  @IsIn(['json', 'pdf', 'docx'])
  format?: 'json' | 'pdf' | 'docx';
}
