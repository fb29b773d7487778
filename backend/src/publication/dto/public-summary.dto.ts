import { CountsDto, MeanDto } from '../../portfolio/index.js';

/** What the published projects of a filter add up to. Every figure names its rule and how many projects it is of. */
export class PublicSummaryDto {
  /** Published projects that match the filters. */
  projects!: number;
  /** Day on which age and overdue are judged. */
  today!: string;
  byActionField!: CountsDto;
  byOffice!: CountsDto;
  byPhase!: CountsDto;
  byLight!: CountsDto;
  byCo2!: CountsDto;
  byDeclaredBudgetState!: CountsDto;
  principleScore!: MeanDto;
  /** The revision that the answer speaks of. */
  moment!: string;
}
