import { PageDto, TitleDto } from '../../platform/index.js';
import { AgendaDto } from './agenda.dto.js';
import { ActionFieldDto, DesignPrincipleDto } from './catalogue.dto.js';

/** An edition of a digital strategy. */
export class StrategyDto {
  id!: string;
  key!: string;
  /** Editions of one strategy share the key and count from 1. */
  edition!: number;
  title!: TitleDto;
  /** Name of the city, as people say it. */
  city!: string | null;
  adoptedOn!: string | null;
  /** Number of the council paper, such as '2021/1528'. */
  paperReference!: string | null;
  /** Name of the responsible directorate. */
  responsibleDirectorate!: string | null;
  /** Name of the responsible office. */
  responsibleOffice!: string | null;
  /** Where the content was taken from. */
  source!: string | null;
  /** The edition that this one continues. */
  previousId!: string | null;
  /** Whether this is the edition that counts when none is named. */
  isCurrent!: boolean;
}

export class StrategyListDto extends PageDto {
  items!: StrategyDto[];
}

/** A strategy edition with its check grid, its fields of action and its agendas. */
export class StrategyDetailDto extends StrategyDto {
  designPrinciples!: DesignPrincipleDto[];
  actionFields!: ActionFieldDto[];
  agendas!: AgendaDto[];
  /** The revision that the answer speaks of, as `r<rev>`. */
  moment!: string;
}
