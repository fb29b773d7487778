import { IsUUID } from 'class-validator';

/** Which item a running session has before it. */
export class LivePositionDto {
  /** The item on the walls; null when nobody has moved them yet. */
  itemId!: string | null;
  /** When the walls were moved there. */
  movedAt!: string | null;
}

/** What moves all walls. */
export class MoveWallsDto {
  /** An item on the agenda of the session. */
  @IsUUID()
  itemId!: string;
}
