import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CommandAnswer, CurrentActor, IfMatch, Permission, Requires } from '../platform/index.js';
import { BudgetLineSheetDto, NeedSheetDto } from './dto/sheet.dto.js';
import { SheetsService } from './sheets.service.js';

/** Needs and budget lines entered as whole sheets. */
@ApiTags('budget')
@Controller('projects/:ref')
export class SheetsController {
  constructor(private readonly service: SheetsService) {}

  /** Puts the needs of a project in place of those that are there, in one change; the same again changes nothing. */
  @Put('needs')
  @Requires(Permission.NeedEdit)
  needs(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() sheet: NeedSheetDto,
  ): Promise<CommandAnswer> {
    return this.service.needs({ ref, version, actor }, sheet);
  }

  /** Puts the budget lines of a project in place of those that are there, in one change; the same again changes nothing. */
  @Put('budget-lines')
  @Requires(Permission.BudgetEdit)
  lines(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @IfMatch() version: number,
    @Body() sheet: BudgetLineSheetDto,
  ): Promise<CommandAnswer> {
    return this.service.lines({ ref, version, actor }, sheet);
  }
}
