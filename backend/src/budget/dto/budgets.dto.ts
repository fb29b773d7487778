import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../platform/index.js';
import { BUDGET_STAGES, type BudgetStage } from '../budget.enums.js';

/** A budget of the city, of one year or two. */
export class BudgetDto {
  id!: string;
  key!: string;
  title!: string;
  yearFrom!: number;
  yearTo!: number;
  @ApiProperty({ enum: BUDGET_STAGES, enumName: 'BudgetStage' })
  stage!: BudgetStage;
}

/** The budgets of the city, by year. */
export class BudgetsDto extends PageDto {
  items!: BudgetDto[];
}
