import { ApiProperty } from '@nestjs/swagger';
import {
  BUDGET_FINDINGS,
  type BudgetFindingCode,
  MONEY_PARTS,
  type MoneyPart,
} from '../budget-findings.rules.js';
import {
  BUDGET_KINDS,
  type BudgetKind,
  COUNTER_FUNDING_SOURCES,
  type CounterFundingSource,
} from '../budget.enums.js';

/** A contradiction in the money of a project, accepted and shown. */
export class BudgetFindingDto {
  @ApiProperty({ enum: BUDGET_FINDINGS, enumName: 'BudgetFindingCode' })
  code!: BudgetFindingCode;
  @ApiProperty({ enum: MONEY_PARTS, enumName: 'MoneyPart' })
  part!: MoneyPart;
  /** The rows of the part that it is about. */
  ids!: string[];
  /** The years that it is about. */
  years!: number[];
}

/** What comes from one type of counter-funding. */
export class SumsOfSourceDto {
  @ApiProperty({ enum: COUNTER_FUNDING_SOURCES, enumName: 'CounterFundingSource' })
  source!: CounterFundingSource;
  securedCents!: number;
  /** Named, but not secured. */
  openCents!: number;
}

/** Counter-funding of one year and kind against what it is to cover. */
export class CounterFundingSumsDto {
  year!: number;
  @ApiProperty({ enum: BUDGET_KINDS, enumName: 'BudgetKind' })
  kind!: BudgetKind;
  /** Need beyond what is secured in adopted budgets. */
  toCoverCents!: number;
  /** Each of the three types. */
  sources!: SumsOfSourceDto[];
  securedCents!: number;
  openCents!: number;
  /** What is lacking with the secured ones: the gap. */
  lackingCents!: number;
  /** What would be lacking if the open ones were secured as well. */
  lackingIfSecuredCents!: number;
}
