import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

const TEXT = 10_000;

/** A correction of a closed session. */
export class AddAddendumDto {
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  text!: string;

  /** The item that it is about; the whole session when absent. */
  @IsOptional()
  @IsUUID()
  itemId?: string | null;
}

/** What was added to a closed session. */
export class AddendumDto {
  id!: string;
  text!: string;
  itemId!: string | null;
  /** Instant, UTC. */
  addedAt!: string;
}
