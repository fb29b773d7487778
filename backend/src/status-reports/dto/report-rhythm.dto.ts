import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { PHASES, type Phase } from '../../projects/index.js';

/** Within how many days projects of a phase report. */
export class ReportRhythmDto {
  @IsIn(PHASES)
  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;

  /** 1 to 366. */
  @IsInt()
  @Min(1)
  @Max(366)
  days!: number;
}

/** The rhythm of reports for each phase that has one. */
export class ReportRhythmsDto {
  /** For If-Match: the revision of the last change. */
  version!: number;
  /** The moment that the answer speaks of. */
  moment!: string;
  rhythms!: ReportRhythmDto[];
}

/** The rhythms as they are to be; a phase that is missing has none. */
export class PutReportRhythmsDto {
  @IsArray()
  @ArrayMaxSize(PHASES.length)
  @ArrayUnique(({ phase }: ReportRhythmDto) => phase)
  @ValidateNested({ each: true })
  @Type(() => ReportRhythmDto)
  rhythms!: ReportRhythmDto[];
}

/** The answer to a change of the rhythms. */
export class PutReportRhythmsAnswer {
  version!: number;
  moment!: string;
}
