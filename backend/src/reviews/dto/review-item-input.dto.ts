import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IfSent } from '../../platform/index.js';
import { ITEM_STATES, type ItemState } from '../review.enums.js';

const TITLE = 300;
const NOTE = 4000;
const MOST_ITEMS = 500;

/** A project or a topic for the agenda. */
export class AddItemDto {
  /** The project; without one the item has a title. */
  @IsOptional()
  @IsUUID()
  projectId?: string | null;

  @IfSent()
  @IsString()
  @MaxLength(TITLE)
  title?: string;

  /** `dropped` puts a proposal aside; `taken` when absent. */
  @IfSent()
  @IsIn(ITEM_STATES)
  @ApiProperty({ enum: ITEM_STATES, enumName: 'ItemState', required: false })
  state?: ItemState;

  /** Why it was dropped, or what is to be remembered. */
  @IfSent()
  @IsString()
  @MaxLength(NOTE)
  note?: string;
}

/** Changes to an item, as a merge patch. */
export class EditItemDto {
  @IfSent()
  @IsIn(ITEM_STATES)
  @ApiProperty({ enum: ITEM_STATES, enumName: 'ItemState', required: false })
  state?: ItemState;

  @IfSent()
  @IsString()
  @MaxLength(TITLE)
  title?: string;

  @IfSent()
  @IsString()
  @MaxLength(NOTE)
  note?: string;
}

/** A new order of the agenda. */
export class PutOrderDto {
  /** Ids of all items that are on the agenda, each once. */
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @IsUUID(undefined, { each: true })
  itemIds!: string[];
}
