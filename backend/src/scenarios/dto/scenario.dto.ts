import { ApiProperty } from '@nestjs/swagger';
import { BUDGET_STAGES } from '../../budget/index.js';
import { PageDto, TitleDto } from '../../platform/index.js';
import { type Phase, PHASES } from '../../projects/index.js';
import {
  type ChangeCode,
  CHANGES,
  OBLIGATION_FAULTS,
  type ObligationFaultCode,
  type ReasonCode,
  REASONS,
  RESULT_STATES,
  type ResultState,
  type Standing,
  STANDINGS,
} from '../scenario.enums.js';
import { ScenarioCeilingDto, ScenarioChoiceDto, ScenarioGroupDto } from './scenario-input.dto.js';

const KINDS = ['operating', 'capital'] as const;

/** The budget that a scenario is about. */
export class ScenarioBudgetDto {
  id!: string;
  key!: string;
  title!: string;
  yearFrom!: number;
  yearTo!: number;
  @ApiProperty({ enum: BUDGET_STAGES, enumName: 'BudgetStage' })
  stage!: (typeof BUDGET_STAGES)[number];
}

/** Who made a scenario; the name is null when the person is known no more. */
export class ScenarioOwnerDto {
  id!: string;
  displayName!: string | null;
}

/** A project as a scenario names it. */
export class ScenarioProjectDto {
  id!: string;
  number!: string;
  title!: string;
}

/** A principle with which a project conflicts. */
export class ScenarioConflictDto {
  key!: string;
  title!: TitleDto;
}

/** What one year and kind of a project lacks. */
export class ScenarioGapDto {
  year!: number;
  @ApiProperty({ enum: KINDS, enumName: 'BudgetKind' })
  kind!: 'operating' | 'capital';
  gapCents!: number;
}

/** By how much a year and kind would be exceeded. */
export class ScenarioExcessDto {
  year!: number;
  @ApiProperty({ enum: KINDS, enumName: 'BudgetKind' })
  kind!: 'operating' | 'capital';
  overCents!: number;
}

/** Why a candidate is in or out. */
export class ScenarioReasonDto {
  @ApiProperty({ enum: REASONS, enumName: 'ScenarioReason' })
  code!: ReasonCode;
  /** The other projects that it is about. */
  projects!: ScenarioProjectDto[];
  /** The principles that it conflicts with. */
  principles!: ScenarioConflictDto[];
  cells!: ScenarioExcessDto[];
}

/** Obligations that can't be kept together. */
export class ScenarioObligationFaultDto {
  @ApiProperty({ enum: OBLIGATION_FAULTS, enumName: 'ObligationFault' })
  code!: ObligationFaultCode;
  /** What must be in. */
  projects!: ScenarioProjectDto[];
  /** What of it is out of the question. */
  others!: ScenarioProjectDto[];
  /** Why that is out of the question. */
  @ApiProperty({ enum: REASONS, enumName: 'ScenarioReason', nullable: true })
  because!: ReasonCode | null;
  cells!: ScenarioExcessDto[];
}

/** A project that a scenario decides about, with its figures at the moment of the answer. */
export class ScenarioCandidateDto extends ScenarioProjectDto {
  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;
  @ApiProperty({ enum: STANDINGS, enumName: 'Standing' })
  standing!: Standing;
  benefit!: number;
  isAdded!: boolean;
  /** Principle score of the self-assessment, 0 to 100; null without any score. */
  score!: number | null;
  /** Principles that are settled, and all. */
  settled!: number;
  principleCount!: number;
  conflicts!: ScenarioConflictDto[];
  /** 0 to 100, to one decimal: what it counts in this scenario. */
  points!: number;
  /** What it lacks in the years of the scenario. */
  gaps!: ScenarioGapDto[];
  /** Lacking after those years; no ceiling counts it. */
  laterCents!: number;
  /** The projects that it depends on. */
  dependsOn!: ScenarioProjectDto[];
}

/** What the last computation said of a project. */
export class ScenarioDecisionDto extends ScenarioProjectDto {
  isIn!: boolean;
  points!: number;
  reasons!: ScenarioReasonDto[];
  gaps!: ScenarioGapDto[];
}

/** What is used of a ceiling. */
export class ScenarioUsedCeilingDto {
  year!: number;
  @ApiProperty({ enum: KINDS, enumName: 'BudgetKind' })
  kind!: 'operating' | 'capital';
  ceilingCents!: number;
  usedCents!: number;
  /** What all candidates together lack. */
  wantedCents!: number;
}

/** What changed of one project since the computation. */
export class ScenarioChangedProjectDto {
  project!: ScenarioProjectDto;
  @ApiProperty({ enum: CHANGES, enumName: 'ScenarioChange', isArray: true })
  changes!: ChangeCode[];
}

/** What a computation came to. */
export class ScenarioResultDto {
  /** The revision and day of the figures, as `r<rev>@<day>`. */
  computedFrom!: string;
  @ApiProperty({ enum: RESULT_STATES, enumName: 'ScenarioState' })
  state!: ResultState;
  faults!: ScenarioObligationFaultDto[];
  ceilings!: ScenarioUsedCeilingDto[];
  /** Sum of the points of all that is in, to one decimal. */
  points!: number;
  decisions!: ScenarioDecisionDto[];
  /** Whether ceilings, weights or obligations were changed since. */
  hasOldTerms!: boolean;
  /** Whose figures changed since. */
  changed!: ScenarioChangedProjectDto[];
}

/** A scenario with its candidates and its result. */
export class ScenarioDto {
  id!: string;
  version!: number;
  title!: string;
  note!: string;
  budget!: ScenarioBudgetDto;
  owner!: ScenarioOwnerDto;
  /** All years and kinds that it looks at. */
  ceilings!: ScenarioCeilingDto[];
  @ApiProperty({ enum: PHASES, enumName: 'Phase', isArray: true })
  phases!: Phase[];
  scoreWeight!: number;
  benefitWeight!: number;
  assumedScore!: number;
  excludesConflicts!: boolean;
  /** All that is said by hand, also of projects that are no candidates at the moment of the answer. */
  choices!: ScenarioChoiceDto[];
  groups!: ScenarioGroupDto[];
  candidates!: ScenarioCandidateDto[];
  /** Null before it is computed. */
  result!: ScenarioResultDto | null;
  mayEdit!: boolean;
  moment!: string;
}

/** What the list says of a result. */
export class ScenarioResultSummaryDto {
  computedFrom!: string;
  @ApiProperty({ enum: RESULT_STATES, enumName: 'ScenarioState' })
  state!: ResultState;
  points!: number;
  chosen!: number;
  candidates!: number;
  isOutdated!: boolean;
}

/** A scenario in the list. */
export class ListedScenarioDto {
  id!: string;
  version!: number;
  title!: string;
  note!: string;
  budget!: ScenarioBudgetDto;
  owner!: ScenarioOwnerDto;
  result!: ScenarioResultSummaryDto | null;
}

/** The scenarios, the latest budget first. */
export class ScenarioListDto extends PageDto {
  items!: ListedScenarioDto[];
}

/** A scenario beside others. */
export class ComparedScenarioDto extends ListedScenarioDto {
  ceilings!: ScenarioUsedCeilingDto[];
}

/** A project in the scenarios that are compared. */
export class ScenarioComparedProjectDto extends ScenarioProjectDto {
  /** In the order of the scenarios: in, out, or null where it is no candidate or nothing was computed. */
  @ApiProperty({ type: 'array', items: { type: ['boolean', 'null'] } })
  isIn!: (boolean | null)[];
}

/** Scenarios side by side. */
export class ScenarioComparisonDto {
  scenarios!: ComparedScenarioDto[];
  /** By number. */
  projects!: ScenarioComparedProjectDto[];
  moment!: string;
}
