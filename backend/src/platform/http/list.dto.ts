import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { toNumber } from './headers.js';

/** The parameter that every read takes. */
export class AsOfQuery {
  /** Moment to read: a day (its end in Europe/Berlin), an instant, or a revision `r<rev>`. Now when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  asOf?: string;
}

/** The parameters of every list. */
export class PageQuery extends AsOfQuery {
  /** Page, counted from 1. */
  @IsOptional()
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page?: number;

  /** Records per page, 1 to 200; 50 when absent. */
  @IsOptional()
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(200)
  pageSize?: number;
}

/** The parameters of catalogues: short enough to be read as a whole. */
export class CatalogueQuery extends PageQuery {
  /** Records per page, 1 to 200; 200 when absent. */
  @IsOptional()
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(200)
  override pageSize?: number = 200;
}

/** What every list answers besides its items. */
export class PageDto {
  /** Records in all pages. */
  total!: number;
  page!: number;
  pageSize!: number;
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
}

/** A title in the languages of the interface. */
export class TitleDto {
  de!: string;
  en!: string | null;
}

/** The answer to a command. */
export class CommandAnswer {
  /** Id of the record that was made or changed. */
  id!: string;
  /** Version of the record (of its root for a part), for the next If-Match. */
  version!: number;
  /** The revision from which on the change can be read, as `r<rev>`. */
  moment!: string;
}

/** Says which rows of a list a page takes. */
export function pageOf(query: PageQuery): { page: number; pageSize: number; offset: number } {
  const { page = 1, pageSize = 50 } = query;
  return { page, pageSize, offset: (page - 1) * pageSize };
}
