import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CommandAnswer, CurrentActor, IfMatch, Permission, Requires } from '../platform/index.js';
import { CheckFiguresDto } from './dto/figure-check.dto.js';
import { FigureChecksService } from './figure-checks.service.js';

/** What leads report counts as reported until finance has checked it. */
@ApiTags('budget')
@Controller('projects/:ref/figure-checks')
export class FigureChecksController {
  constructor(private readonly service: FigureChecksService) {}

  /** Marks needs, counter-fundings and follow-up costs as checked: those that are named, or all. */
  @Post()
  @Requires(Permission.BudgetEdit)
  check(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() { ids }: CheckFiguresDto,
  ): Promise<CommandAnswer> {
    return this.service.check({ ref, version, actor }, ids);
  }
}
