import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageDto, PageQuery, TitleDto } from '../../platform/index.js';
import { CALENDAR_KINDS, type CalendarKind } from '../calendar.enums.js';

/** Subscriptions keep no history. */
export class CalendarFeedsQuery extends OmitType(PageQuery, ['asOf']) {}

/** A calendar to subscribe to. */
export class CreateCalendarFeedDto {
  @IsIn(CALENDAR_KINDS)
  @ApiProperty({ enum: CALENDAR_KINDS, enumName: 'CalendarKind' })
  kind!: CalendarKind;

  /** Only projects of this action field; for the calendar of the portfolio. */
  @IsOptional()
  @IsUUID()
  actionFieldId?: string | null;

  /** Only projects of this office and the units below it; for the calendar of the portfolio. */
  @IsOptional()
  @IsUUID()
  officeId?: string | null;
}

/** A calendar that was just made. */
export class CreatedCalendarFeedDto {
  id!: string;
  /** The path to subscribe to, with a secret in it. It is shown this once; null when the same request was sent again. */
  path!: string | null;
  /** The newest revision when it was made, as `r<rev>`. */
  moment!: string;
}

/** A calendar as its owner sees it. */
export class CalendarFeedDto {
  id!: string;
  @ApiProperty({ enum: CALENDAR_KINDS, enumName: 'CalendarKind' })
  kind!: CalendarKind;
  /** The action field that it is limited to. */
  actionField!: TitleDto | null;
  /** Short name of the office that it is limited to. */
  office!: string | null;
  createdAt!: string;
  /** To the minute; null when never. */
  lastUsedAt!: string | null;
}

export class CalendarFeedsDto extends OmitType(PageDto, ['moment']) {
  items!: CalendarFeedDto[];
}
